"""A reader looks for words within the news."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from tests.factories import make_service
from tests.news.factories import make_news

At = Callable[..., Client]
EN, CY = "/en/news/", "/cy/newyddion/"


@pytest.fixture
def client(provisioned: None, client_at: At) -> Client:
    site: Site = make_service("gwynedd")
    make_news(site, "en", title="The law", summary="A visitor.", topic="law")
    walk = [("text", "<p>Up to the <b>lake</b> with a visitor</p>")]
    make_news(site, "en", title="A walk", body=walk, topic="events")
    make_news(site, "cy", title="Taith", summary="Yng Nghaernarfon.", topic="events")
    make_news(make_service("devon"), "en", title="Elsewhere", summary="A visitor.")
    return client_at(site)


def titles(response: Any) -> list[str]:
    return [page.title for page in response.context["listing"].rows]


def test_words_are_found_in_every_form_and_kept_nowhere(client: Client) -> None:
    lake = client.get(EN, {"q": "lake"})
    caernarfon = client.get(CY, {"q": "Caernarfon"})

    assert titles(lake) == ["A walk"]
    assert "Up to the <mark>lake</mark>" in lake.text
    assert "<title>“lake” – News – " in lake.text
    assert titles(caernarfon) == ["Taith"]
    assert "Yng <mark>Nghaernarfon</mark>." in caernarfon.text
    assert "1 canlyniad" in caernarfon.text
    assert lake.headers["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in lake.text
    assert 'content="noindex">' not in client.get(EN).text


def test_words_topic_year_and_pages_go_together_at_one_cost(
    client: Client,
) -> None:
    def asked(**query: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(EN, query)
        return len(queries)

    both, law = {"q": "visitor"}, {"q": "visitor", "topic": "law", "year": "2026"}
    found = client.get(EN, both)
    narrowed = client.get(EN, law)

    assert titles(found) == ["A walk", "The law"]
    assert titles(narrowed) == ["The law"]
    assert narrowed.context["topics"][0]["count"] == 1
    assert 'href="?q=visitor&amp;year=2026&amp;topic=events"' in narrowed.text
    assert '<input type="hidden" name="topic" value="law">' in narrowed.text
    assert 'value="visitor"' in narrowed.text
    assert asked(**both) == asked(q="lake") <= 10
    assert asked(q="nothing") <= 10


def test_nothing_found_offers_less_the_whole_site_and_the_other_language(
    client: Client,
) -> None:
    english = client.get(EN, {"q": "Caernarfon", "topic": "events"}).text
    welsh = client.get(CY, {"q": "zzz"}).text

    assert "No news in English has all the words “Caernarfon” and what you" in english
    assert 'href="?q=Caernarfon">Search all the news' in english
    assert 'href="/en/search/?q=Caernarfon">Search the whole site' in english
    assert 'hreflang="cy">1 result in Welsh<' in english
    assert "Nid oes newyddion yn Gymraeg sy’n cynnwys yr holl eiriau “zzz”." in welsh
    assert 'href="/cy/chwilio/?q=zzz">Chwilio’r wefan gyfan' in welsh
    assert 'hreflang="en">' not in welsh.split("<main")[1].split("</main")[0]


def test_what_cannot_be_looked_for_is_said_beside_the_field_above_all_news(
    client: Client,
) -> None:
    nonsense = ("%00", "%ED%A0%80%FF", "…", "a" * 5000, "word%20" * 50)
    answers = [client.get(f"{EN}?q={typed}") for typed in nonsense]

    assert {answer.status_code for answer in answers} == {200}
    assert titles(answers[0]) == titles(answers[3]) == ["A walk", "The law"]
    assert "There is no word in that to search for." in answers[2].text
    assert "That is too much to search for." in answers[3].text
