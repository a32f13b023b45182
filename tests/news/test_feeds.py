"""A service's news in each kind of feed, as a reader's program takes it in."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.test import Client
from wagtail.models import Site

from tests.factories import make_service
from tests.news.factories import make_news

At = Callable[..., Client]
TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
# What jsonfeed.org/version/1.1 lets stand at the top and in an item.
TOP = {"version", "title", "home_page_url", "feed_url", "description", "language"}
TOP |= {"user_comment", "next_url", "icon", "favicon", "authors", "expired", "items"}
ITEM = {"id", "url", "external_url", "title", "content_html", "content_text", "image"}
ITEM |= {"summary", "banner_image", "date_published", "date_modified", "authors"}
ITEM |= {"tags", "language", "attachments"}


@pytest.fixture
def client(provisioned: None, client_at: At) -> Client:
    site: Site = make_service("gwynedd")
    welsh = make_news(site, "cy", title="Noson \x08wybodaeth", topic="events")
    make_news(site, "en", pair=welsh, title="Evening & more", topic="events")
    make_news(site, "en", title="Ten years", topic="law")
    return client_at(site)


def ask(client: Client, kind: str, language: str = "en", **headers: str) -> Any:
    path, _, query = kind.partition("?")
    address = f"/{language}/services/news/feed/{path}/?{query}"
    return client.get(address, headers=headers)


def entries(client: Client, kind: str, language: str = "en") -> list[tuple[str, ...]]:
    """Id, address and title of each entry, as a reader understands them."""
    answer = ask(client, kind, language)
    if kind.startswith("json"):
        items = as_specified(answer.json())["items"]
        return [(item["id"], item["url"], item["title"]) for item in items]
    read = feedparser.parse(answer.content)
    assert not read.bozo
    return [(entry.id, entry.link, entry.title) for entry in read.entries]


def as_specified(feed: dict[str, Any]) -> dict[str, Any]:
    """A JSON Feed that has all it must have, nothing unknown and true dates."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert set(feed) <= TOP
    for item in feed["items"]:
        assert set(item) <= ITEM
        assert {type(item["id"]), type(item["content_text"])} == {str}
        assert all(author["name"] for author in item["authors"])
        assert dt.datetime.fromisoformat(item["date_published"]).tzinfo
        assert dt.datetime.fromisoformat(item["date_modified"]).tzinfo
    return feed


def test_each_kind_tells_a_reader_the_same_of_each_language(client: Client) -> None:
    for language in ("en", "cy"):
        atom, rss, told = (entries(client, kind, language) for kind in TYPES)
        assert atom == rss == told
    assert [title for *_rest, title in entries(client, "json", "cy")] == [
        "Noson wybodaeth"
    ]
    assert len(entries(client, "rss")) == 2
    rss = feedparser.parse(ask(client, "rss", "cy").content)
    assert (rss.feed.language, rss.entries[0].tags[0].term) == ("cy", "Digwyddiadau")


@pytest.mark.parametrize("kind", TYPES)
def test_a_feed_says_what_it_is_and_is_not_sent_twice(
    kind: str, client: Client
) -> None:
    first = ask(client, kind)

    assert first["Content-Type"] == f"{TYPES[kind]}; charset=utf-8"
    assert "max-age=300" in first["Cache-Control"]
    has = {"if-none-match": first["ETag"]}
    since = {"if-modified-since": first["Last-Modified"]}
    assert [ask(client, kind, **known).status_code for known in (has, since)] == [
        304,
        304,
    ]


@pytest.mark.parametrize("kind", TYPES)
def test_a_topic_has_a_feed_of_its_own(kind: str, client: Client) -> None:
    titles = [title for *_rest, title in entries(client, f"{kind}?topic=law")]

    assert titles == ["Ten years"]
    assert "Law and policy" in ask(client, f"{kind}?topic=law").text
    assert ask(client, f"{kind}?topic=weather").status_code == 404


def test_the_index_leads_readers_to_every_kind(client: Client) -> None:
    text = client.get("/cy/newyddion/").text

    for kind, content_type in TYPES.items():
        address = f"/cy/services/news/feed/{kind}/"
        assert f'<link rel="alternate" type="{content_type}"' in text
        assert text.count(f'href="{address}"') == 2


def test_no_feed_of_a_kind_writes_what_its_format_cannot_hold(client: Client) -> None:
    assert "\x08" not in json.dumps(ask(client, "json", "cy").json())
