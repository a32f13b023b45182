"""Old addresses lead on, in each language, and never in circles."""

from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.activation import disable
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish
from tests.language.truth import switch_of
from tests.news.factories import make_news
from tests.translations.pairs import both, republish, unbound_service, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def site(provisioned: None) -> Site:
    return unbound_service()


def asked(client: Any, path: str) -> tuple[int, str]:
    answer = client.get(path)
    location = answer.headers.get("Location", "")
    return answer.status_code, location.removeprefix("http://gwynedd.localhost")


def test_a_renamed_page_is_found_by_its_old_name_in_each_language(
    site: Site, client_at: Any
) -> None:
    english, welsh = both(site, "en", "cy")
    client = client_at(site)

    republish(welsh, slug="hanesion")

    assert asked(client, "/cy/straeon/") == (301, "/cy/hanesion/")
    assert asked(client, "/cy/straeon/?a=1")[0] == 301
    assert asked(client, "/en/stories/") == (200, "")
    republish(english, slug="tales")
    assert asked(client, "/en/stories/") == (301, "/en/tales/")
    assert asked(client, "/cy/hanesion/") == (200, "")
    assert client.get("/cy/straeon/").headers["Cache-Control"] == "max-age=3600"


def test_an_old_name_of_what_is_read_in_the_other_language_alone_leads_there(
    site: Site, client_at: Any
) -> None:
    _english, welsh = both(site, "en", "cy")
    client = client_at(site)
    republish(welsh, slug="hanesion").unpublish()

    answer = client.get("/cy/straeon/")

    assert answer.status_code == 404
    assert "wedi’i chyfieithu i’r Gymraeg eto" in answer.text
    assert switch_of(answer.text) == "/en/stories/"


def test_a_moved_page_and_what_is_below_it_are_found_in_each_language(
    site: Site, client_at: Any
) -> None:
    for page in both(site, "en", "cy"):
        language = page.locale.language_code
        below = publish(StandardPage(title="Mari", slug="mari"), page)
        place = publish(StandardPage(title="X", slug="x"), home_of(site, language))

        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=place.pk), "last-child")

        new = f"/{language}/x/{page.slug}/"
        client = client_at(site)
        assert asked(client, f"/{language}/{page.slug}/") == (301, new)
        assert asked(client, f"/{language}/{page.slug}/{below.slug}/") == (
            301,
            f"{new}mari/",
        )


def test_a_page_named_back_and_unpublished_leads_nobody_in_circles(
    site: Site, client_at: Any
) -> None:
    page = write(site, "cy")
    there = republish(republish(page, slug="hanesion"), slug="straeon")
    client = client_at(site)

    assert asked(client, "/cy/hanesion/") == (301, "/cy/straeon/")
    assert Redirect.objects.filter(old_path="/cy/straeon").exists()
    there.unpublish()
    assert asked(client, "/cy/straeon/") == (404, "")
    assert asked(client, "/cy/hanesion/") == (404, "")


@pytest.mark.parametrize(
    "link", ["/cy/cylch/", "http://gwynedd.localhost/cy/cylch?a=1"]
)
def test_an_address_that_an_editor_led_to_itself_is_not_found(
    site: Site, client_at: Any, link: str
) -> None:
    Redirect.objects.create(site=site, old_path="/cy/cylch", redirect_link=link)
    Redirect.objects.create(
        site=site, old_path="/cy/allan", redirect_link="https://x.example/"
    )

    assert asked(client_at(site), "/cy/cylch/") == (404, "")
    assert asked(client_at(site), "/cy/allan/") == (301, "https://x.example/")


def test_nothing_leads_to_another_service_or_to_what_is_off(
    site: Site, client_at: Any
) -> None:
    theirs = write(make_service("devon"), "en", slug="theirs")
    Redirect.objects.create(
        site=site, old_path="/en/old", redirect_page=theirs.page_ptr
    )
    news = republish(make_news(site, "en", title="Evening"), slug="night")
    client = client_at(site)

    assert asked(client, "/en/old/") == (404, "")
    assert asked(client, "/en/news/evening/") == (301, "/en/news/night/")
    assert asked(client_at(make_service("devon")), "/en/news/evening/") == (404, "")
    disable(site=site, label="news")
    assert asked(client, "/en/news/evening/") == (404, "")
    assert news.live


def test_a_page_that_moves_to_another_service_leaves_no_way_there(
    site: Site, client_at: Any
) -> None:
    page = write(site, "en")

    Page.objects.get(pk=page.pk).move(
        home_of(make_service("devon"), "en"), "last-child"
    )

    assert asked(client_at(site), "/en/stories/") == (404, "")
