"""A reader finds news by topic and by year."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Site

from pages.news.archive import front_page
from pages.news.models import NewsSettings
from tests.factories import make_service
from tests.news.factories import make_news

At = Callable[..., Client]


@pytest.fixture
def client(provisioned: None, client_at: At) -> Client:
    site: Site = make_service("gwynedd")
    for number in range(11):
        day = dt.date(2026, 3, 1)
        make_news(site, "en", title=f"Law {number}", topic="law", date=day)
    make_news(site, "en", title="Evening", topic="events", date=dt.date(2025, 3, 1))
    make_news(site, "cy", title="Noson", topic="events", date=dt.date(2025, 3, 1))
    return client_at(site)


def titles(response: Any) -> list[str]:
    return [page.title for page in response.context["listing"].rows]


def counts(response: Any, name: str) -> dict[str, int]:
    return {one["label"]: one["count"] for one in response.context[name]}


def test_a_topic_and_a_year_narrow_the_list_and_count_each_other(
    client: Client,
) -> None:
    events = client.get("/en/news/?topic=events")
    year = client.get("/en/news/?year=2026")

    assert titles(events) == ["Evening"]
    assert counts(events, "topics") == {"Events": 1, "Law and policy": 11}
    assert counts(events, "years") == {"2025": 1}
    assert counts(year, "topics") == {"Law and policy": 11}
    assert counts(year, "years") == {"2026": 11, "2025": 1}
    assert counts(year, "months") == {"March": 11}
    assert 'href="?year=2026&amp;topic=law"' in year.text
    assert 'href="?year=2026&amp;month=3"' in year.text
    month = client.get("/en/news/?year=2025&month=3")
    assert titles(month) == ["Evening"]
    assert 'href="?year=2026"' in month.text


def test_further_pages_keep_what_was_chosen(client: Client) -> None:
    first = client.get("/en/news/?topic=law&year=2026")

    assert 'href="?topic=law&amp;year=2026&amp;page=2"' in first.text
    second = client.get("/en/news/?topic=law&year=2026&page=2")
    assert titles(second) == ["Law 0"]
    searched = client.get("/en/news/?q=law&topic=law")
    assert 'href="?q=law&amp;topic=law&amp;page=2"' in searched.text
    assert 'rel="canonical" href="http://gwynedd.localhost/en/news/"' in second.text


def test_nothing_found_is_said_in_each_language_with_the_way_back(
    client: Client,
) -> None:
    english = client.get("/en/news/?topic=law&year=2025").text
    welsh = client.get("/cy/newyddion/?topic=law").text
    year = client.get("/cy/newyddion/?year=2020").text

    assert "There is no news on “Law and policy” from 2025 in English." in english
    assert "Nid oes newyddion ar y pwnc “Y gyfraith a pholisi” yn Gymraeg eto." in welsh
    assert "Nid oes newyddion o 2020 yn Gymraeg." in year
    assert 'href="?">All news' in english


def test_old_items_leave_the_front_list_and_stay_in_the_archive(
    client: Client,
) -> None:
    site = Site.objects.get(hostname="gwynedd.localhost")
    NewsSettings.objects.update_or_create(site=site, defaults={"front_months": 12})

    with time_machine.travel(dt.datetime(2027, 3, 31, 12, tzinfo=dt.UTC)):
        front = client.get("/en/news/?page=2")
        topic = client.get("/en/news/?topic=events")
        welsh = client.get("/cy/newyddion/")
    with time_machine.travel(dt.datetime(2027, 4, 1, 12, tzinfo=dt.UTC)):
        nothing_new = client.get("/en/news/")

    assert titles(front) == ["Law 0"]
    assert front.context["listing"].total == 11
    assert "News from before 1 March 2026 is in the archive, by year:" in front.text
    assert front.text.count('href="?year=2025"') == 2
    assert titles(topic) == ["Evening"]
    assert titles(welsh) == ["Noson"]
    assert nothing_new.context["listing"].total == 12


def test_a_year_with_older_items_counts_those_of_the_front_list_too(
    client: Client,
) -> None:
    site = Site.objects.get(hostname="gwynedd.localhost")
    NewsSettings.objects.update_or_create(site=site, defaults={"front_months": 12})
    counts = [("", 2026, 2, 3), ("", 2026, 8, 17), ("law", 2025, 5, 4)]

    with time_machine.travel(dt.datetime(2027, 3, 31, 12, tzinfo=dt.UTC)):
        front = front_page(site, counts)

    assert front.since == dt.date(2026, 3, 1)
    assert [(year["label"], year["count"]) for year in front.years] == [
        ("2026", 20),
        ("2025", 4),
    ]


def test_what_is_no_topic_or_year_is_404(client: Client) -> None:
    wrong = ("topic=weather", "year=x", "year=-5", "year=99999", "year=²")
    wrong += ("month=3", "year=2026&month=13", "year=2026&month=x")

    assert {client.get(f"/en/news/?{query}").status_code for query in wrong} == {404}
