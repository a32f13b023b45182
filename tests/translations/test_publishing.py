"""No text reaches a reader untranslated by being overlooked, whichever way it goes."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page, Site
from wagtail_localize.models import StringTranslation, Translation

from cms.language.translations import TranslationState, Unfinished, state_of
from cms.language.translations.checking import TextState, texts_of
from cms.language.translations.services import mark_same
from cms.models import SameWords
from cms.roles import Role
from cms.schedule.publishing import publish_and_expire
from cms.visibility import visible_pages
from tests.factories import make_service, make_staff
from tests.translations.pairs import (
    WORDS,
    block,
    both,
    fill,
    republish,
    say,
    start,
    write,
)

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")
At = Callable[..., Client]
ENGLISH = WORDS["en"]


@pytest.fixture
def found(site: Site) -> Translation:
    """An English page of which the Welsh is to be made."""
    return start(write(site, "en", body=block("Ring us on 01632 960101.")), "cy")


def draft(found: Translation) -> Page:
    page: Page = found.get_target_instance()
    return page


def marks(found: Translation) -> dict[str, str]:
    return {
        text.segment.context.path.split(".")[0]: text.state for text in texts_of(found)
    }


def post(editor: Client, name: str, page: Page, **told: Any) -> Any:
    return editor.post(reverse(name, args=[page.pk]), told)


def mark(editor: Client, found: Translation, path: str, action: str) -> Any:
    text = next(t for t in texts_of(found) if t.segment.context.path.startswith(path))
    told = {"text": text.segment.pk, "action": action}
    return post(editor, "cms_translation_mark", draft(found), **told)


def test_the_refusal_names_what_is_missing_equal_and_unread(
    site: Site, editor: Client, found: Translation
) -> None:
    say(found, "title", "Straeon")
    say(found, "intro", ENGLISH["intro"])
    body = next(t for t in texts_of(found) if t.segment.context.path.startswith("body"))
    page = draft(found)

    answer = post(editor, "wagtailadmin_pages:edit", page, action="publish")

    assert answer.url == reverse("cms_translation", args=[page.pk])
    assert (
        "“Straeon” cannot be published yet. Not translated: Content: Text. The same as"
        " the original and not marked so on purpose: Introduction."
    ) in editor.get(answer.url).text
    say(found, body.segment.context.path, "Ffoniwch.", "machine")
    unread = "Translated by a machine and read by nobody"
    with translation.override("en"), pytest.raises(Unfinished, match=unread):
        draft(found).get_latest_revision().publish()
    assert not visible_pages(site, "cy").filter(pk=page.pk).exists()
    assert not Page.objects.get(pk=page.pk).live


def test_what_a_person_marks_as_the_same_and_has_read_is_published(
    site: Site, editor: Client, found: Translation
) -> None:
    say(found, "title", "Straeon")
    body = texts_of(found)[-1].segment.context.path
    say(found, body, "Ffoniwch ni ar 01632 960101.", "machine")
    states = {"title": "done", "slug": "done", "intro": "empty", "body": "unread"}
    assert marks(found) == states

    mark(editor, found, "intro", "same")
    mark(editor, found, "body", "read")

    assert marks(found) == {**states, "intro": "same", "body": "done"}
    assert SameWords.objects.get().marked_by is not None
    assert post(
        editor, "wagtailadmin_pages:edit", draft(found), action="publish"
    ).url == reverse("wagtailadmin_pages:edit", args=[draft(found).pk])
    page = draft(found)
    assert (page.title, page.slug, page.intro) == (
        "Straeon",
        "straeon",
        ENGLISH["intro"],
    )
    assert visible_pages(site, "cy").filter(pk=page.pk).exists()
    assert state_of(page, "cy").state == TranslationState.READY


def test_a_mark_is_taken_back_and_does_not_outlive_the_words(
    editor: Client, found: Translation
) -> None:
    mark(editor, found, "intro", "same")
    mark(editor, found, "intro", "translate")
    assert marks(found)["intro"] == TextState.EMPTY

    mark(editor, found, "intro", "same")
    say(found, "intro", "Beth ddigwyddodd.")
    assert marks(found)["intro"] == TextState.DONE

    republish(found.source.get_source_instance(), intro="Something else.")
    assert marks(found)["intro"] == TextState.EMPTY


def test_a_page_that_is_the_same_on_purpose_says_so(
    editor: Client, found: Translation
) -> None:
    post(editor, "cms_translation_rest", draft(found))
    assert set(marks(found).values()) == {TextState.SAME}

    page = republish(fill_nothing(found))

    assert state_of(page, "cy").state == TranslationState.SAME
    republish(found.source.get_source_instance(), intro="Something else.")
    assert state_of(page, "cy").state == TranslationState.STALE


def fill_nothing(found: Translation) -> Page:
    found.save_target(publish=False)
    return draft(found)


def test_no_way_of_publishing_shows_the_original_after_it_was_translated(
    site: Site, found: Translation
) -> None:
    old = draft(found).get_latest_revision()
    segments = [text.segment.context.path for text in texts_of(found)]
    for path in segments:
        say(found, path, "Cymraeg")

    old.publish()

    assert draft(found).intro == "Cymraeg"


def test_syncing_publishes_nothing_that_is_not_translated(
    editor: Client, found: Translation
) -> None:
    address = reverse("wagtail_localize:update_translations", args=[found.source_id])

    answer = editor.post(address, {"publish_translations": "on"})

    assert answer.url == reverse("cms_translation", args=[draft(found).pk])
    assert not draft(found).live
    assert editor.post(address, {}).url != answer.url


def test_what_was_scheduled_whole_is_published_and_stops_nothing(
    site: Site, found: Translation
) -> None:
    page = fill(found)
    page.go_live_at = timezone.now() + dt.timedelta(hours=1)
    page.save_revision().publish()
    republish(found.source.get_source_instance(), intro="Something else.")

    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        publish_and_expire()

    assert visible_pages(site, "cy").filter(pk=page.pk).exists()
    told = state_of(page, "cy")
    assert (told.state, told.changed) == (TranslationState.STALE, ("Introduction",))


def test_a_page_is_never_made_a_copy_of_the_other_language(
    editor: Client, found: Translation
) -> None:
    page = fill(found)
    address = reverse("wagtail_localize:convert_to_alias", args=[page.pk])

    for answer in (editor.get(address), editor.post(address)):
        assert answer.url == reverse("cms_translation", args=[page.pk])

    assert draft(found).alias_of is None


def test_the_address_follows_the_title_until_a_person_translates_it(
    found: Translation,
) -> None:
    say(found, "title", "Tŷ &amp; Gŵyl", "machine")
    assert marks(found)["slug"] == TextState.EMPTY

    say(found, "title", "Tŷ &amp; Gŵyl")
    assert StringTranslation.objects.get(context__path="slug").data == "ty-gwyl"

    say(found, "slug", "ty")
    say(found, "title", "Straeon")
    assert StringTranslation.objects.get(context__path="slug").data == "ty"


def test_another_service_finds_none_of_it(
    site: Site, found: Translation, client_at: At
) -> None:
    devon = make_service("devon")
    stranger = client_at(devon, make_staff(devon, Role.EDITOR))
    coordinator = client_at(site, make_staff(site, Role.COORDINATOR))
    page = fill(found)

    for person in (stranger, coordinator):
        shown = person.get(reverse("cms_translation", args=[page.pk]))
        assert shown.status_code == 404
        for name in ("create", "mark", "rest", "holds", "same"):
            assert post(person, f"cms_translation_{name}", page).status_code == 404
    assert not SameWords.objects.exists()


def test_a_translator_marks_but_does_not_say_that_a_published_page_holds(
    site: Site, found: Translation, client_at: At
) -> None:
    translator = client_at(site, make_staff(site, Role.TRANSLATOR))
    page = draft(found)

    assert mark(translator, found, "intro", "same").status_code == 302
    assert marks(found)["intro"] == TextState.SAME
    for name in ("cms_translation_holds", "cms_translation_same"):
        refused = post(translator, name, page)
        assert refused.url == reverse("wagtailadmin_home")


def test_what_repeats_the_other_language_is_told_until_a_person_says_why(
    site: Site, editor: Client
) -> None:
    said = "Ring us on a working day."
    english, welsh = both(site, "en", "cy")
    republish(english, intro=said)
    republish(welsh, intro=said)
    address = reverse("cms_translation", args=[welsh.pk])
    assert state_of(english, "cy").equal == ("Introduction",)
    shown = editor.get(address).text
    assert "Word for word as in the other language: Introduction." in shown

    post(editor, "cms_translation_same", welsh)

    told = state_of(english, "cy")
    assert (told.state, told.equal) == (TranslationState.SAME, ())
    assert "Word for word" not in editor.get(address).text
    republish(welsh, intro="Ffoniwch.")
    assert state_of(english, "cy").state == TranslationState.READY


def test_a_short_text_and_a_translation_s_own_marks_are_no_repetition(
    site: Site, found: Translation
) -> None:
    said = "Ring us on a working day."
    republish(found.source.get_source_instance(), intro=said)
    for text in texts_of(found):
        mark_same(translation=found, text=text, by=None)

    page = republish(fill_nothing(found))

    assert state_of(page, "cy").equal == state_of(page, "en").equal == ()
    english, _welsh = both(site, "en", "cy", intro="Gwynedd", slug="gwynedd")
    assert state_of(english, "cy").equal == ()
