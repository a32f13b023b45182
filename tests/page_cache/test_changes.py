"""Whatever changes is read at once, in both languages; other services stay warm."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from cms.activation import disable, enable
from cms.menus import Entry
from cms.models import Offer, StarterKey, ThemeSettings
from cms.offers import Decision, decide, refresh, shown_offers
from cms.schedule.publishing import publish_and_expire
from cms.suspension import resume, suspend
from pages.news.models import NewsPage
from sites.menus.arranging import arrange
from sites.models import Service
from sites.upkeep.services import say_it_is_right
from tests.alerts.factories import make_alert
from tests.factories import home_of, make_hub, make_service
from tests.hub_news.factories import hub_index, make_hub_news
from tests.news.factories import index_of, make_news, republish
from tests.page_cache.reading import is_warm, read, stale
from tests.translations.pairs import both

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("cached")]
HERE = [("gwynedd", "/en/"), ("gwynedd", "/cy/"), ("gwynedd", "/en/news/")]
HERE += [("gwynedd", "/cy/newyddion/"), ("gwynedd", "/cy/straeon/")]
HUB = [("hub", "/en/news/"), ("hub", "/cy/newyddion/")]
ELSEWHERE = [("devon", "/en/"), ("devon", "/cy/")]


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    site, hub = make_service("gwynedd"), make_hub()
    Service.objects.filter(site=site).update(welsh_standards=False)
    for language in ("en", "cy"):
        index_of(site, language)
        hub_index(hub, language)
    both(site, "en", "cy")
    return site


def changes_at(site: Site) -> Iterator[Callable[[], Any]]:
    """One after another: each is made when it is come to."""
    made: dict[str, Any] = {}
    service = Service.objects.get(site=site)
    english, welsh = (home_of(site, language) for language in ("en", "cy"))
    page = welsh.get_children().get(slug="straeon").specific
    yield lambda: made.update(en=make_news(site, title="An evening"))
    yield lambda: made.update(cy=make_news(site, "cy", pair=made["en"], title="Noson"))
    yield lambda: republish(made["cy"], title="Noson arall")
    yield lambda: republish(made["en"], slug="another-address")
    yield lambda: NewsPage.objects.get(pk=made["en"].pk).unpublish()
    yield lambda: NewsPage.objects.get(pk=made["cy"].pk).delete()
    yield lambda: [setattr(page, "show_in_menus", True), page.save_revision().publish()]
    yield lambda: page.move(english.get_children().get(slug="news"), pos="last-child")
    yield lambda: ThemeSettings.objects.create(site=site, brand_colour="#123456")
    yield lambda: arrange(
        site=site, entries=[Entry(url="https://e.example", en="E", cy="E")], by=None
    )
    yield lambda: [setattr(service, "phone", "01632 960199"), service.save()]
    yield lambda: made.update(alert=make_alert(site))
    yield lambda: made["alert"].delete()
    yield lambda: made.update(
        door=PageViewRestriction.objects.create(page=welsh, restriction_type="login")
    )
    yield lambda: made["door"].delete()
    yield lambda: disable(site=site, label="news")
    yield lambda: enable(site=site, label="news")


def test_what_changes_at_a_service_is_read_at_once_and_others_stay_warm(
    gwynedd: Site,
) -> None:
    for page in [*HERE, *HUB, *ELSEWHERE]:
        read(page)
    assert all(is_warm(page) for page in [*HERE, *HUB, *ELSEWHERE])

    for number, change in enumerate(changes_at(gwynedd)):
        change()
        assert (number, stale(*HERE)) == (number, [])
        assert (number, [p for p in ELSEWHERE if not is_warm(p)]) == (number, [])


def test_what_the_hub_decides_writes_or_closes_is_read_everywhere_at_once(
    gwynedd: Site,
) -> None:
    hub, made = make_hub(), {}
    item = make_news(gwynedd, title="Exeter evening", offer_to_hub=True)
    refresh(gwynedd)
    offer = Offer.objects.get()
    changes: list[Callable[[], Any]] = [
        lambda: decide(offer=offer, decision=Decision.ACCEPT, by=None),
        lambda: republish(item, title="Corrected"),
        lambda: suspend(site=gwynedd, reason="Fire", message_en="Back soon."),
        lambda: resume(site=gwynedd),
        lambda: NewsPage.objects.get(pk=item.pk).unpublish(),
        lambda: made.update(own=make_hub_news(hub, title="From the hub")),
        lambda: make_alert(hub, reach="all"),
    ]
    seen = []
    for number, change in enumerate(changes):
        change()
        assert (number, stale(*HERE[:3], *HUB, *ELSEWHERE)) == (number, [])
        seen.append(read(HUB[0]).text)

    assert ["Exeter evening" in one or "Corrected" in one for one in seen] == [
        *(True, True, False, True),
        *(False, False, False),
    ]
    assert shown_offers().count() == 0


def test_a_review_of_a_legal_page_is_read_on_it_at_once(gwynedd: Site) -> None:
    page = home_of(gwynedd, "cy").get_children().get(slug="straeon")
    StarterKey.objects.create(page=page, key="cookies")
    address = ("gwynedd", "/cy/straeon/")
    before = read(address).text

    say_it_is_right(page=page, site=gwynedd, by=None)

    assert stale(address) == []
    assert read(address).text != before


def test_a_draft_makes_nothing_anew(gwynedd: Site) -> None:
    item = make_news(gwynedd, title="An evening")
    address = ("gwynedd", f"/en/news/{item.slug}/")
    read(address)

    item.title = "Not yet"
    item.save_revision()

    assert is_warm(address)
    assert "Not yet" not in read(address).text


def test_what_the_clock_changes_is_read_in_its_time(gwynedd: Site) -> None:
    home, now = ("gwynedd", "/cy/"), timezone.now()
    start, end = now + dt.timedelta(minutes=2), now + dt.timedelta(minutes=4)
    make_alert(gwynedd, starts_at=start, ends_at=end)
    item = make_news(gwynedd, "cy", title="Cyhoeddi wedyn")
    item.unpublish()
    item.refresh_from_db()
    item.go_live_at = end
    item.save_revision().publish()
    seen = []
    for moment in (now, start, end):
        with time_machine.travel(moment + dt.timedelta(seconds=1), tick=False):
            publish_and_expire()
            seen.append("Swyddfa ar gau" in read(home).text)
            assert is_warm(home)
            listed = "Cyhoeddi wedyn" in read(("gwynedd", "/cy/newyddion/")).text

    assert seen == [False, True, False]
    assert listed
