"""A page that nobody published in the reader's language: a kind word, the way to it."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.activation import disable
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish
from tests.language.truth import OTHER, Told, switch_of, told_by, untruths
from tests.news.factories import make_news
from tests.translations.pairs import WORDS, both, start, unbound_service, write

pytestmark = pytest.mark.django_db
NOT_YET = {
    "en": "This page has not been translated into English yet.",
    "cy": "Nid yw’r dudalen hon wedi’i chyfieithu i’r Gymraeg eto.",
}


@pytest.fixture
def site(provisioned: None) -> Site:
    return unbound_service()


def locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)


def nothing(page: StandardPage, other: str) -> str:
    """Nobody began a translation: where the switch leads."""
    return f"/{other}/{page.slug}/"


def draft(page: StandardPage, other: str) -> str:
    return path_of(start(page, other).get_target_instance())


def alias(page: StandardPage, other: str) -> str:
    return path_of(page.copy_for_translation(locale(other), alias=True))


def converted_alias(page: StandardPage, other: str) -> str:
    made = page.copy_for_translation(locale(other), alias=True)
    Page.objects.filter(pk=made.pk).update(alias_of=None)
    return path_of(made)


def unpublished(page: StandardPage, other: str) -> str:
    values = WORDS[other] | {"translation_key": page.translation_key}
    made = publish(StandardPage(**values), home_of(page.get_site(), other))
    made.unpublish()
    return path_of(made)


def path_of(page: Page) -> str:
    return str(page.get_url_parts()[2])


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    "missing", [nothing, draft, alias, converted_alias, unpublished]
)
def test_it_is_said_in_the_readers_language_with_the_page_one_click_away(
    site: Site,
    client_at: Callable[..., Any],
    missing: Callable[[StandardPage, str], str],
    language: str,
) -> None:
    other = OTHER[language]
    page = write(site, other)

    answer = client_at(site).get(missing(page, language))

    main = BeautifulSoup(answer.text, "html.parser").main
    assert main is not None
    [link] = main.select(f'a[lang="{other}"]')
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (404, "noindex")
    assert (link["hreflang"], link["href"]) == (other, path_of(page))
    assert link.text == page.title
    assert NOT_YET[language] in main.text
    assert untruths(answer, language) == []
    assert page.intro not in answer.text
    assert told_by(answer.text) == Told("", {})
    assert switch_of(answer.text) == path_of(page)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_switch_of_such_a_page_leads_there_and_back_with_its_query(
    site: Site, client_at: Callable[..., Any], language: str
) -> None:
    page, client = write(site, language), client_at(site)
    path = f"{path_of(page)}?a=1"

    read = client.get(path)
    there = client.get(switch_of(read.text))

    [link] = BeautifulSoup(read.text, "html.parser").select("header nav a")
    assert "rel" not in link.attrs  # It is no version of this page.
    assert NOT_YET[OTHER[language]] in there.text
    assert switch_of(there.text) == path
    assert told_by(read.text).alternates == {}


def test_a_page_below_one_that_is_not_public_is_read(
    site: Site, client_at: Callable[..., Any]
) -> None:
    english, welsh = both(site, "en", "cy")
    child = publish(StandardPage(title="Stori Mari", slug="mari"), welsh)
    welsh.unpublish()
    client = client_at(site)

    above, below = client.get(path_of(welsh)), client.get(path_of(child))

    assert (above.status_code, below.status_code) == (404, 200)
    assert NOT_YET["cy"] in above.text
    assert path_of(english) in above.text
    assert untruths(below, "cy") == []


def test_a_page_that_is_in_the_readers_language_elsewhere_is_not_said_to_be_missing(
    site: Site, client_at: Callable[..., Any]
) -> None:
    english, _welsh = both(site, "en", "cy")

    answer = client_at(site).get(f"/cy/{english.slug}/")

    assert answer.status_code == 404
    assert NOT_YET["cy"] not in answer.text


def test_a_page_that_only_has_the_same_address_is_no_translation(
    site: Site, client_at: Callable[..., Any]
) -> None:
    write(site, "en", slug="mari")
    write(site, "cy", slug="mari")

    answer = client_at(site).get("/en/mari/")

    assert switch_of(answer.text) == "/cy/"
    assert told_by(answer.text).alternates == {}


def test_what_is_off_private_or_anothers_is_not_named(
    site: Site, client_at: Callable[..., Any]
) -> None:
    news = make_news(site, "en", title="An evening")
    private = write(site, "en", slug="private")
    PageViewRestriction.objects.create(
        page=private, restriction_type="password", password="x"
    )
    write(make_service("devon"), "en", slug="theirs")
    client = client_at(site)
    shown = client.get(nothing(news, "cy").replace("/cy/", "/cy/news/"))
    disable(site=site, label="news")

    answers = [
        client.get(path)
        for path in ("/cy/news/an-evening/", "/cy/private/", "/cy/theirs/")
    ]

    assert "An evening" in shown.text
    assert [answer.status_code for answer in answers] == [404] * 3
    assert [NOT_YET["cy"] in answer.text for answer in answers] == [False] * 3
    assert switch_of(client.get("/en/private/").text) == "/cy/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_private_page_asks_for_its_password_in_its_own_language(
    site: Site, client_at: Callable[..., Any], language: str
) -> None:
    page = write(site, language)
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="cyfrinach"
    )
    client = client_at(site)
    action = f"/{language}/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    asked = client.get(path_of(page))
    wrong = client.post(action, {"password": "x", "return_url": path_of(page)})
    right = client.post(action, {"password": "cyfrinach", "return_url": path_of(page)})

    assert f'action="{action}"' in asked.text
    assert page.intro not in asked.text + wrong.text
    for answer in (asked, wrong):
        assert untruths(answer, language) == []
        assert told_by(answer.text) == Told("", {})
    assert right.headers["Location"] == path_of(page)
    assert page.intro in client.get(path_of(page)).text
