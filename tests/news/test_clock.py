"""News that begin and end by the clock, as the worker's job sees to it."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Site

from cms.models import Offer
from cms.offers import Decision, decide
from cms.roles import Role
from cms.schedule.jobs import publish_scheduled
from pages.news.models import NewsPage
from tests.factories import home_of, make_hub, make_service, make_staff
from tests.hub_news.factories import hub_index
from tests.news.factories import DAY, index_of

pytestmark = pytest.mark.slow
NOW = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
START, END = NOW + HOUR, NOW + 5 * HOUR
SECOND = dt.timedelta(seconds=1)
PLACES = ("/en/", "/en/news/", "/en/services/news/feed/atom/", "/en/news/?q=evening")
ITEM = "/en/news/an-evening/"


@pytest.fixture
def devon(provisioned: None, settings: Any, at_once: None) -> Site:
    """A service with the pages kept, whose home shows its news."""
    settings.PAGE_CACHE_SECONDS = 6000
    hub_index(make_hub(), "en")
    site: Site = make_service("devon")
    home = home_of(site, "en")
    home.sections = [("slot", {"name": "news"})]
    home.save_revision().publish()
    index_of(site, "en")
    return site


def plan(site: Site) -> NewsPage:
    """An item that somebody published to go live in an hour and expire after five."""
    words = {"title": "An evening", "summary": "Come along.", "date": DAY}
    item = NewsPage(**words, live=False, offer_to_hub=True)
    item.go_live_at, item.expire_at = START, END
    index_of(site, "en").add_child(instance=item)
    item.save_revision().publish()
    return item


def read(path: str, host: str = "devon") -> Any:
    return Client(SERVER_NAME=f"{host}.localhost").get(path)


def shown() -> list[bool]:
    """Whether it stands at its address, on each place of its service, and the hub."""
    places = ["An evening" in read(path).content.decode() for path in PLACES]
    at_hub = "An evening" in read("/en/news/", "hub").text
    return [read(ITEM).status_code == 200, *places, at_hub]


def test_an_item_comes_and_goes_everywhere_at_its_hour_and_is_kept_nowhere(
    devon: Site,
) -> None:
    def at(moment: dt.datetime) -> list[bool]:
        with time_machine.travel(moment, tick=False):
            shown()  # So that whatever may be kept is kept.
            publish_scheduled()
            return shown()

    with time_machine.travel(NOW, tick=False):
        plan(devon)
    assert at(START - SECOND) == [False] * 6
    assert not Offer.objects.exists()

    assert at(START + SECOND) == [True] * 5 + [False]
    with time_machine.travel(START + HOUR, tick=False):
        editor = make_staff(Site.objects.get(hostname="hub.localhost"), Role.HUB_EDITOR)
        decide(offer=Offer.objects.get(), decision=Decision.ACCEPT, by=editor)
    assert at(END - SECOND) == [True] * 6

    assert at(END + SECOND) == [False] * 6
    assert Offer.objects.get().state == Offer.State.WITHDRAWN
    gone = read(ITEM)
    assert gone.status_code == 404
    assert "This page is no longer shown" in gone.text
    assert 'href="/en/news/">Go to “News”<' in gone.text
    assert "An evening" not in gone.text
    assert "no longer shown" not in read("/en/news/no-such/").text
