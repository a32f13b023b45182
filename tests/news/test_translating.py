"""An editor writes in one language, translates into the other and publishes."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, Translation

from cms.models import Offer, PageLanguage
from cms.publishing import own_words
from cms.roles import Role
from cms.visibility import visible_pages
from pages.news.models import NewsIndexPage, NewsPage
from tests.factories import make_service, make_staff

At = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("at_once")
ENGLISH = {
    "Noson wybodaeth": "Information evening",
    "noson-wybodaeth": "information-evening",
    "Dewch draw.": "Come along.",
    "Bydd te.": "There will be tea.",
}


@pytest.fixture
def site(started: None) -> Site:
    return make_service("gwynedd")


@pytest.fixture
def editor(site: Site, client_at: At) -> Client:
    return client_at(site, make_staff(site, Role.EDITOR))


def write_in_welsh(editor: Client, **changes: str) -> NewsPage:
    index = NewsIndexPage.objects.get(locale__language_code="cy")
    form = {
        "title": "Noson wybodaeth",
        "slug": "noson-wybodaeth",
        "date": "02/11/2026",
        "summary": "Dewch draw.",
        "body": streamfield([("text", rich_text("<p>Bydd te.</p>"))]),
        "offer_to_hub": "on",
        "action-publish": "1",
        **changes,
    }
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    answer = editor.post(address, nested_form_data(form))
    assert answer.status_code == 302, answer.context["form"].errors
    return NewsPage.objects.get(locale__language_code="cy")


def submit(editor: Client, page: Page) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return editor.post(
        address, {"locales": [Locale.objects.get(language_code="en").pk]}
    )


def translate(editor: Client, words: dict[str, str]) -> NewsPage:
    translation = Translation.objects.get(
        source__specific_content_type__model="newspage"
    )
    for segment in StringSegment.objects.filter(source=translation.source):
        if segment.string.data in words:
            address = reverse(
                "wagtail_localize:edit_string_translation",
                args=[translation.pk, segment.pk],
            )
            answer = editor.put(
                address,
                urlencode({"value": words[segment.string.data]}),
                content_type="application/x-www-form-urlencoded",
            )
            assert answer.status_code in (200, 201), answer.content
    page: NewsPage = translation.get_target_instance()
    return page


def publish_in_english(editor: Client, page: Page) -> NewsPage:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.post(address, {"action": "publish"}).status_code == 302
    return NewsPage.objects.get(pk=page.pk)


def publish_both(editor: Client, page: Page) -> NewsPage:
    """Neither language was published alone: the last click publishes both."""
    publish_in_english(editor, page)
    assert not Page.objects.get(pk=page.pk).live
    address = reverse("parity_page", args=[page.pk])
    assert editor.post(address, {"both": "yes"}).status_code == 302
    return NewsPage.objects.get(pk=page.pk)


def readable(site: Site, language: str) -> list[str]:
    return [p.slug for p in visible_pages(site, language).type(NewsPage)]


def test_the_whole_way_from_welsh_to_english_and_to_the_hub(
    site: Site, editor: Client, client_at: At
) -> None:
    welsh = write_in_welsh(editor)
    assert submit(editor, welsh).status_code == 302
    assert readable(site, "en") == []

    english = publish_both(editor, translate(editor, ENGLISH))

    assert readable(site, "cy") == ["noson-wybodaeth"]
    assert readable(site, "en") == ["information-evening"]
    assert english.translation_key == welsh.translation_key
    assert english.alias_of is None
    assert (english.offer_to_hub, english.date) == (True, welsh.date)
    public = client_at(site)
    assert "There will be tea." in public.get("/en/news/information-evening/").text
    assert "Bydd te." in public.get("/cy/newyddion/noson-wybodaeth/").text
    offer = Offer.objects.get()
    assert (offer.title_en, offer.title_cy) == (
        "Information evening",
        "Noson wybodaeth",
    )


def test_half_translated_is_not_english_however_often_it_is_published(
    site: Site, editor: Client, client_at: At
) -> None:
    submit(editor, write_in_welsh(editor))
    half = {"Noson wybodaeth": "Information evening", "noson-wybodaeth": "evening"}

    english = publish_in_english(editor, translate(editor, half))

    assert readable(site, "en") == []
    assert not PageLanguage.objects.filter(page_id=english.pk).exists()
    assert client_at(site).get("/en/news/evening/").status_code == 404


def test_translating_leaves_no_aliases_behind(site: Site, editor: Client) -> None:
    submit(editor, write_in_welsh(editor))
    publish_in_english(editor, translate(editor, ENGLISH))

    assert list(Page.objects.filter(alias_of__isnull=False)) == []


def test_translating_under_an_untranslated_parent_is_refused_in_words(
    site: Site, editor: Client
) -> None:
    welsh = write_in_welsh(editor)
    with own_words():
        NewsIndexPage.objects.get(locale__language_code="en").delete()
    answer = submit(editor, welsh)

    assert answer.url == reverse("cms_translation", args=[welsh.pk])
    assert "Translate “Newyddion” first" in editor.get(answer.url).text
    assert not Translation.objects.exists()
    assert Page.objects.filter(alias_of__isnull=False).count() == 0


def test_one_click_makes_drafts_of_all_the_parents_that_are_missing(
    site: Site, editor: Client
) -> None:
    welsh = write_in_welsh(editor)
    with own_words():
        NewsIndexPage.objects.get(locale__language_code="en").delete()
    shown = editor.get(reverse("cms_translation", args=[welsh.pk])).text
    assert "Create the English version" in shown
    assert "<li>Newyddion</li>" in shown

    address = reverse("cms_translation_create", args=[welsh.pk])
    answer = editor.post(address, {"language": "en"})

    english = NewsPage.objects.get(locale__language_code="en")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    above = english.get_parent().specific
    assert isinstance(above, NewsIndexPage)
    assert not english.live
    assert not above.live
    assert Page.objects.filter(alias_of__isnull=False).count() == 0
    assert Translation.objects.count() == 2
    # A second click makes nothing more.
    assert editor.post(address, {"language": "en"}).status_code == 302
    assert NewsPage.objects.filter(locale__language_code="en").count() == 1
