"""What wagtail-localize and Wagtail do beside our screens harms no page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import Locale, Page, Site
from wagtail_localize import wagtail_hooks as stock

from cms.admin.translations.hooks import STOCK_BUTTONS
from cms.language.translations import TranslationState, Unfinished, state_of
from cms.language.translations.checking import TextState, texts_of
from cms.roles import Role
from cms.visibility import visible_pages
from tests.factories import home_of, make_service, make_staff, publish
from tests.translations.pairs import (
    StandardPage,
    both,
    fill,
    republish,
    say,
    start,
    write,
)

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")
At = Callable[..., Client]
DUMMY = "wagtail_localize.machine_translators.dummy.DummyTranslator"


def test_the_machine_is_off_until_a_setting_names_it(
    site: Site, editor: Client, settings: object
) -> None:
    found = start(write(site, "en"), "cy")
    address = reverse("wagtail_localize:machine_translate", args=[found.pk])

    assert editor.post(address).status_code == 404


def test_what_a_machine_wrote_is_published_only_when_each_text_was_read(
    site: Site, editor: Client, settings: object
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": DUMMY}  # type: ignore[attr-defined]  # pytest-django's
    # The dummy turns words round: one word alone would stay as it was.
    found = start(write(site, "en", title="Old stories"), "cy")
    page = found.get_target_instance()
    editor.post(reverse("wagtail_localize:machine_translate", args=[found.pk]))
    unread = texts_of(found)
    assert {text.state for text in unread} == {TextState.UNREAD}
    assert state_of(page, "cy").done == 0

    for text in unread:
        with override("en"), pytest.raises(Unfinished, match="read by nobody"):
            page.get_latest_revision().publish()
        told = {"text": text.segment.pk, "action": "read"}
        editor.post(reverse("cms_translation_mark", args=[page.pk]), told)

    page.get_latest_revision().publish()
    shown = visible_pages(site, "cy").get(pk=page.pk).specific
    assert shown.intro == "happened. What"


def test_a_machine_s_draft_is_not_published_with_a_sync(
    site: Site, editor: Client, settings: object
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": DUMMY}  # type: ignore[attr-defined]  # pytest-django's
    found = start(write(site, "en"), "cy")
    address = reverse("wagtail_localize:update_translations", args=[found.source_id])

    both_ticks = {"publish_translations": "on", "use_machine_translation": "on"}
    editor.post(address, both_ticks)

    assert not found.get_target_instance().live


def test_only_who_may_publish_does_so_by_bringing_translations_up_to_date(
    site: Site, editor: Client, client_at: At
) -> None:
    found = start(write(site, "en"), "cy")
    fill(found)
    address = reverse("wagtail_localize:update_translations", args=[found.source_id])
    translator = client_at(site, make_staff(site, Role.TRANSLATOR))

    answer = translator.post(address, {"publish_translations": "on"})

    page = found.get_target_instance()
    assert not page.live
    assert answer.url == reverse("cms_translation", args=[page.pk])
    editor.post(address, {"publish_translations": "on"})
    assert found.get_target_instance().live


def test_a_whole_tree_is_not_written_over_what_people_wrote_by_hand(
    site: Site, editor: Client
) -> None:
    parent = write(site, "en", title="Parent", slug="parent")
    child = publish(StandardPage(title="Child", slug="child"), parent)
    welsh = publish(
        StandardPage(
            title="Plentyn", slug="plentyn", translation_key=child.translation_key
        ),
        home_of(site, "cy"),
    )
    address = reverse("wagtail_localize:submit_page_translation", args=[parent.pk])
    told = {"locales": Locale.objects.get(language_code="cy").pk}

    answer = editor.post(address, told | {"include_subtree": "on"})

    assert answer.url == reverse("cms_translation", args=[parent.pk])
    assert Page.objects.get(pk=welsh.pk).title == "Plentyn"
    assert not parent.get_translations().exists()
    assert editor.post(address, told).status_code == 302
    assert parent.get_translations().exists()


def test_changed_addresses_lead_on_in_both_languages(site: Site, client_at: At) -> None:
    english = write(site, "en")
    found = start(english, "cy")
    welsh = republish(fill(found))
    by_hand = write(site, "cy")
    public = client_at(site)

    republish(english, slug="tales")
    say(found, "slug", "hanesion")
    found.save_target(publish=True)
    republish(by_hand, slug="chwedlau")

    for old, new in (
        ("/en/stories/", "/en/tales/"),
        (f"/cy/{welsh.slug}/", "/cy/hanesion/"),
        ("/cy/straeon/", "/cy/chwedlau/"),
    ):
        answer = public.get(old)
        assert (answer.status_code, answer.url.split("localhost")[-1]) == (301, new)
        assert public.get(new).status_code == 200


def test_a_copied_tree_has_no_aliases_and_nothing_in_the_other_language(
    site: Site,
) -> None:
    english, _welsh = both(site, "en", "cy")
    publish(StandardPage(title="Child", slug="child"), english)

    copied = english.copy(
        recursive=True, update_attrs={"slug": "copy", "title": "Copy"}
    )

    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert copied.translation_key != english.translation_key
    assert state_of(copied, "cy").state == TranslationState.MISSING
    child = copied.get_children().get()
    assert state_of(child, "cy").state == TranslationState.MISSING


def test_a_page_has_one_way_to_its_other_language(site: Site, editor: Client) -> None:
    # Private API of Wagtail 8.0 and wagtail-localize 1.14: cms.admin.translations.
    for name in STOCK_BUTTONS:
        told = [fn for fn, _order in hooks._hooks[name]]
        assert stock.page_listing_more_buttons not in told
    page = write(site, "en")

    listed = editor.get(
        reverse("wagtailadmin_explore", args=[home_of(site, "en").pk])
    ).text
    edited = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text

    for shown in (listed, edited):
        assert reverse("cms_translation", args=[page.pk]) in shown
        assert "wagtail-localize-language" in shown
        assert "Sync translated pages" not in shown
    assert "There is no Welsh version yet." in edited


def test_the_editor_tells_what_changed_and_how_much_is_done(
    site: Site, editor: Client
) -> None:
    english = write(site, "en")
    found = start(english, "cy")
    page = found.get_target_instance()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "0 of 3 texts are translated (0%)." in editor.get(address).text

    republish(fill(found))
    republish(english, intro="Other.")

    said = "This page is out of date. Changed in the other language: Introduction."
    told = editor.get(address).text
    assert said in told
    assert "2 of 3 texts are translated (66%)." in told
    assert '<del lang="en">What happened.</del>' in told
    assert '<ins lang="en">Other.</ins>' in told
    screen = editor.get(reverse("cms_translation", args=[page.pk])).text
    assert '<del lang="en">What happened.</del>' in screen
    assert '<ins lang="en">Other.</ins>' in screen
    other = editor.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    assert "The Welsh version is out of date." in other


def test_a_page_written_by_hand_in_both_is_told_what_changed_and_counts_no_texts(
    site: Site, editor: Client
) -> None:
    english, welsh = both(site, "en", "cy")
    republish(english, intro="Other.")

    told = editor.get(reverse("wagtailadmin_pages:edit", args=[welsh.pk])).text

    assert "Changed in the other language: Introduction." in told
    assert "texts are translated" not in told


def test_another_service_s_translations_are_not_found(
    site: Site, client_at: At
) -> None:
    devon = make_service("devon")
    stranger = client_at(devon, make_staff(devon, Role.EDITOR))
    found = start(write(site, "en"), "cy")
    segment = texts_of(found)[0].segment
    page = found.get_target_instance()
    names = {
        "update_translations": [found.source_id],
        "edit_string_translation": [found.pk, segment.pk],
        "download_pofile": [found.pk],
        "preview_translation": [found.pk],
        "submit_page_translation": [page.pk],
        "convert_to_alias": [page.pk],
    }

    for name, args in names.items():
        address = reverse(f"wagtail_localize:{name}", args=args)
        assert stranger.get(address).status_code == 404, name
    for name in ("upload_pofile", "machine_translate", "stop_translation"):
        address = reverse(f"wagtail_localize:{name}", args=[found.pk])
        assert stranger.post(address).status_code == 404, name
    put = reverse(
        "wagtail_localize:edit_string_translation", args=[found.pk, segment.pk]
    )
    assert stranger.put(put, "value=x").status_code == 404
    assert {text.state for text in texts_of(found)} == {TextState.EMPTY}
