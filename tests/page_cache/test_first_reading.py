"""What a page costs that is read for the first time since something changed."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from cms.models import Offer
from tests.factories import make_hub, make_service
from tests.hub_news.factories import hub_index, make_hub_news
from tests.page_cache.reading import Page, is_warm, read

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("cached", "provisioned")]
NUMBER = 75


def asked(page: Page) -> int:
    with CaptureQueriesContext(connection) as queries:
        read(page)
    return len(queries)


def make_offers(*sites: Site) -> None:
    """Accepted ones, a day apart, fifteen of a site; the first is featured."""
    states = Offer.State
    Offer.objects.bulk_create(
        Offer(
            site=sites[number // 15 % len(sites)],
            translation_key=uuid4(),
            kind="news.newspage",
            state=states.ACCEPTED if number else states.FEATURED,
            offered_at=timezone.now(),
            date=dt.date(2026, 1, 1) + dt.timedelta(days=number),
            ready_en=True,
            title_en=f"Item {number:02}",
            url_en=f"http://devon.localhost/en/news/{number}/",
            updated_en=timezone.now(),
        )
        for number in range(NUMBER)
    )


def listed(page: Page) -> list[str]:
    return re.findall(r"Item \d\d|Own \d", read(page).text)


def test_a_page_of_the_hub_s_news_takes_four_questions_wherever_it_stands() -> None:
    hub = make_hub()
    hub_index(hub, "en")
    for number, year in enumerate((2025, 2030)):
        make_hub_news(hub, title=f"Own {number}", date=dt.date(year, 6, 1))
    make_offers(make_service("devon"), make_service("gwynedd"))
    news = ("hub", "/en/news/")
    pages = [news, *(("hub", f"/en/news/?page={n}") for n in range(2, 9))]

    first = asked(news)
    others = [asked(page) for page in pages[1:]]

    items = [item for page in pages for item in dict.fromkeys(listed(page))]
    newest_first = [f"Item {number:02}" for number in range(NUMBER - 1, 0, -1)]
    assert items == ["Item 00", "Own 1", *newest_first, "Own 0"]
    assert first <= 11  # Nothing was known of the site, nor of its news.
    assert max(others[:4]) <= 4
    assert max(others) <= 6  # Far down two more: all of what is shown, by its numbers.
    assert all(is_warm(page) for page in pages)


def test_an_address_of_no_page_takes_three_questions() -> None:
    read(("gwynedd", "/cy/"))

    assert asked(("gwynedd", "/cy/dim-tudalen/")) <= 3
    assert asked(("gwynedd", "/cy/dim-tudalen/arall/")) <= 3
    assert read(("gwynedd", "/cy/dim-tudalen/")).status_code == 404
