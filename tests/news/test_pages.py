"""A service's news as the public reads it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.test import Client
from wagtail.models import Site

from cms.activation import disable
from tests.factories import home_of, make_service
from tests.news.factories import index_of, make_news

At = Callable[..., Client]


@pytest.fixture
def site(provisioned: None) -> Site:
    return make_service("gwynedd")


def titles(response: Any) -> list[str]:
    return [page.title for page in response.context["listing"].rows]


def test_the_index_lists_its_own_language_newest_first(
    site: Site, client_at: At
) -> None:
    make_news(site, "cy", title="Hen", date=dt.date(2026, 1, 5))
    make_news(site, "cy", title="Newydd", date=dt.date(2026, 3, 5))
    make_news(site, "en", title="English only")
    make_news(site, "cy", title="Drafft").unpublish()

    response = client_at(site).get("/cy/newyddion/")

    assert titles(response) == ["Newydd", "Hen"]
    assert "5 Mawrth 2026" in response.text


def test_ten_items_make_a_page_and_a_page_too_far_is_the_last(
    site: Site, client_at: At
) -> None:
    for number in range(12):
        make_news(site, "en", title=f"Item {number:02}")
    client = client_at(site)

    first, second = client.get("/en/news/"), client.get("/en/news/?page=2")

    assert titles(first) == [f"Item {n:02}" for n in range(11, 1, -1)]
    assert titles(second) == ["Item 01", "Item 00"]
    assert titles(client.get("/en/news/?page=99")) == titles(second)
    wrong = ("0", "-1", "x", "9" * 5000)
    assert {client.get(f"/en/news/?page={n}").status_code for n in wrong} == {404}


def test_an_empty_index_says_so(site: Site, client_at: At) -> None:
    index_of(site, "en")

    assert "There is no news in English yet." in client_at(site).get("/en/news/").text


def test_an_item_shows_its_date_its_path_and_the_way_back(
    site: Site, client_at: At
) -> None:
    make_news(site, "en", title="Evening", topic="events")

    text = client_at(site).get("/en/news/evening/").text

    assert "Monday 2 November 2026" in text
    assert "Events" in text
    assert text.count('href="/en/news/"') >= 2
    assert 'href="/en/services/news/feed/atom/"' in text


def test_an_item_leads_to_three_more_of_its_topic_first_and_then_the_newest(
    site: Site, client_at: At
) -> None:
    def day(n: int) -> dt.date:
        return dt.date(2026, 1, n)

    make_news(site, "en", title="Evening", topic="events", date=day(9))
    make_news(site, "en", title="Old event", topic="events", date=day(1))
    for number in range(2, 5):
        make_news(site, "en", title=f"Law {number}", topic="law", date=day(number))
    make_news(site, "cy", title="Noson", topic="events", date=day(8))

    more = client_at(site).get("/en/news/evening/").context["more"]

    assert [page.title for page in more] == ["Old event", "Law 4", "Law 3"]


def test_another_site_s_news_is_not_listed(site: Site, client_at: At) -> None:
    devon = make_service("devon")
    make_news(devon, "en", title="Exeter")
    make_news(site, "en", title="Bangor")

    assert titles(client_at(site).get("/en/news/")) == ["Bangor"]


def test_the_home_page_shows_the_three_newest(site: Site, client_at: At) -> None:
    for number in range(4):
        make_news(site, "en", title=f"Item {number}")
    home = home_of(site, "en")
    home.sections = [("slot", {"name": "news"})]
    home.save_revision().publish()

    text = client_at(site).get("/en/").text
    assert [f"Item {n}" in text for n in range(4)] == [False, True, True, True]

    disable(site=site, label="news")
    assert "Item 3" not in client_at(site).get("/en/").text


def feed_of(client: Client, language: str = "en", **headers: str) -> Any:
    return client.get(f"/{language}/services/news/feed/atom/", headers=headers)


def test_the_feed_parses_with_stable_ids_and_absolute_links(
    site: Site, client_at: At
) -> None:
    welsh = make_news(site, "cy", title="Noson \x08wybodaeth", slug="noson")
    make_news(site, "en", pair=welsh, title="Evening & more")
    client = client_at(site)

    feed = feedparser.parse(feed_of(client, "cy").content)
    before = [feed.feed.id, *(entry.id for entry in feed.entries)]
    site.hostname = "arall.example"
    site.save()
    client = client_at(site)
    again = feedparser.parse(feed_of(client, "cy").content)

    assert (feed.bozo, len(feed.entries)) == (0, 1)
    assert feed.feed.title_detail.language == "cy"
    assert feed.entries[0].title == "Noson wybodaeth"
    assert feed.entries[0].link == "http://gwynedd.localhost/cy/newyddion/noson/"
    assert again.entries[0].link == "http://arall.example/cy/newyddion/noson/"
    assert [again.feed.id, *(entry.id for entry in again.entries)] == before
    english = feedparser.parse(feed_of(client, "en").content)
    assert english.entries[0].title == "Evening & more"
    assert english.entries[0].id != feed.entries[0].id


def test_a_reader_that_has_the_feed_gets_304_until_it_changes(
    site: Site, client_at: At
) -> None:
    page = make_news(site, "en")
    client = client_at(site)
    first = feed_of(client)

    has = {"if-none-match": first["ETag"]}
    since = {"if-modified-since": first["Last-Modified"]}
    assert feed_of(client, **has).status_code == 304
    assert feed_of(client, **since).status_code == 304
    page.unpublish()
    assert feed_of(client, **has).status_code == 200
    assert feedparser.parse(feed_of(client).content).entries == []


def test_the_feed_is_404_where_news_is_off(site: Site, client_at: At) -> None:
    disable(site=site, label="news")

    assert feed_of(client_at(site)).status_code == 404
