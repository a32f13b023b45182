"""The hub's news as the public reads it: its own, and what services offered."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.test import Client
from wagtail.models import Site

from cms.offers import Decision, decide
from cms.publishing import own_words
from pages.hub_news.models import HubNewsPage
from sites.models import Authority
from sites.people.models import User
from tests.factories import home_of, make_hub, make_service, make_staff
from tests.hub_news.factories import hub_index, make_accepted, make_hub_news, make_offer
from tests.news.factories import republish

At = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def hub(provisioned: None) -> Site:
    hub = make_hub()
    hub_index(hub, "en")
    hub_index(hub, "cy")
    return hub


@pytest.fixture
def editor(hub: Site) -> User:
    return make_staff(hub, "hub_editor")


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def titles(response: Any) -> list[str]:
    return [item.title for item in response.context["listing"].rows]


def test_the_hub_lists_what_it_accepted_and_nothing_else(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_offer(gwynedd, en="Waiting")
    make_accepted(gwynedd, by=editor, en="Accepted")
    declined = make_offer(gwynedd, en="Declined")
    decide(offer=declined, decision=Decision.DECLINE, by=editor, reason_en="No.")

    assert titles(client_at(hub).get("/en/news/")) == ["Accepted"]


def test_a_reader_gets_their_own_language_where_there_is_one(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, cy="Noson", en="Evening")

    client = client_at(hub)
    assert titles(client.get("/cy/newyddion/")) == ["Noson"]
    assert titles(client.get("/en/news/")) == ["Evening"]


def test_another_language_is_labelled_and_links_to_the_service_s_own_page(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, en="Evening")

    text = client_at(hub).get("/cy/newyddion/").text

    assert (
        'href="http://gwynedd.localhost/en/news/evening/" lang="en" hreflang="en"'
        in text
    )
    assert "Gwynedd" in text
    assert '<p class="iv-card__text" lang="en">Come along.</p>' in text


def test_featured_items_stand_first_and_the_others_by_date(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    old = make_accepted(gwynedd, by=editor, en="Old but featured")
    decide(offer=old, decision=Decision.FEATURE, by=editor)
    make_hub_news(hub, title="Own", date=dt.date(2026, 11, 3))
    make_accepted(gwynedd, by=editor, en="Offered")

    assert titles(client_at(hub).get("/en/news/")) == [
        "Old but featured",
        "Own",
        "Offered",
    ]


def test_unpublishing_at_home_takes_it_away_at_once(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    offer = make_accepted(gwynedd, by=editor, en="Evening")
    assert offer.page_en
    client = client_at(hub)

    with own_words():
        offer.page_en.specific.unpublish()

    assert titles(client.get("/en/news/")) == []
    feed = feedparser.parse(client.get("/en/services/hub_news/feed/atom/").content)
    assert feed.entries == []


def test_the_feed_holds_both_in_each_language_and_parses(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, cy="Noson", en="Evening")
    welsh = make_hub_news(hub, "cy", title="Dwy Ddeddf", date=dt.date(2026, 11, 9))
    make_hub_news(hub, "en", pair=welsh, title="Two Acts", date=dt.date(2026, 11, 9))
    client = client_at(hub)

    def read(language: str) -> Any:
        return feedparser.parse(
            client.get(f"/{language}/services/hub_news/feed/atom/").content
        )

    english, cymraeg = read("en"), read("cy")
    assert (english.bozo, cymraeg.bozo) == (0, 0)
    assert [entry.title for entry in english.entries] == ["Two Acts", "Evening"]
    assert [entry.title for entry in cymraeg.entries] == ["Dwy Ddeddf", "Noson"]
    assert [entry.link for entry in cymraeg.entries] == [
        "http://hub.localhost/cy/newyddion/dwy-ddeddf/",
        "http://gwynedd.localhost/cy/newyddion/noson/",
    ]
    assert [entry.id for entry in read("en").entries] == [e.id for e in english.entries]
    ids = {feed.feed.id for feed in (english, cymraeg)}
    ids |= {entry.id for feed in (english, cymraeg) for entry in feed.entries}
    assert len(ids) == 6


def test_the_home_page_of_the_hub_shows_the_latest(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, en="Evening")
    home = home_of(hub, "en")
    home.sections = [("slot", {"name": "news"})]
    home.save_revision().publish()

    assert "Evening" in client_at(hub).get("/en/").text


def test_an_empty_index_says_so(hub: Site, client_at: At) -> None:
    assert "There is no news yet." in client_at(hub).get("/en/news/").text


def test_a_topic_narrows_the_list_and_has_feeds_of_its_own(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, en="No topic")
    make_hub_news(hub, title="Two Acts", topic="law")
    offer = make_offer(gwynedd, en="The Code")
    republish(offer.page_en.specific, topic="law")
    decide(offer=offer, decision=Decision.FEATURE, by=editor)
    client = client_at(hub)

    law = client.get("/en/news/?topic=law")

    assert titles(law) == ["The Code", "Two Acts"]
    assert [(one.value, n) for one, n in law.context["topics"]] == [("law", 2)]
    for kind in ("atom", "rss", "json"):
        address = f"/en/services/hub_news/feed/{kind}/?topic=law"
        assert law.text.count(f'href="{address}"') == 2
    told = client.get("/en/services/hub_news/feed/json/?topic=law").json()
    assert [item["title"] for item in told["items"]] == titles(law)
    assert told["items"][0]["tags"] == ["Law and policy"]
    rss = client.get("/cy/services/hub_news/feed/rss/?topic=law").content
    assert len(feedparser.parse(rss).entries) == 2
    assert client.get("/en/news/?topic=weather").status_code == 404
    empty = client.get("/cy/newyddion/?topic=events").text
    assert "Nid oes newyddion ar y pwnc “Digwyddiadau” eto." in empty


def test_under_an_item_stands_what_is_of_its_topic_and_then_the_newest(
    hub: Site, gwynedd: Site, editor: User, client_at: At
) -> None:
    make_accepted(gwynedd, by=editor, en="Newest", cy="Diweddaraf")
    make_hub_news(hub, title="Old law", topic="law", date=dt.date(2020, 1, 1))
    make_hub_news(hub, title="Old", date=dt.date(2019, 1, 1))
    own = make_hub_news(hub, title="This law", topic="law", date=dt.date(2021, 1, 1))
    client = client_at(hub)

    def more(path: str) -> list[str]:
        return [item.title for item in client.get(path).context["more"]]

    assert more("/en/news/this-law/") == ["Old law", "Newest", "Old"]
    assert more("/en/news/old/") == ["Newest", "This law", "Old law"]
    with own_words():
        HubNewsPage.objects.exclude(pk=own.pk).get(title="Old").unpublish()
    assert more("/en/news/this-law/") == ["Old law", "Newest"]
