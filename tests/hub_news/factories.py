"""Real offers at a real hub for tests."""

from typing import Any

from wagtail.models import Page, Site

from cms.models import Offer
from cms.offers import Decision, decide, refresh
from pages.hub_news.models import HubNewsIndexPage, HubNewsPage
from tests.factories import home_of, publish
from tests.news.factories import DAY, SLUGS, TITLES, make_news


def hub_index(hub: Site, language: str) -> HubNewsIndexPage:
    """The hub's news index in one language, made when it is not there yet."""
    home = home_of(hub, language)
    found = HubNewsIndexPage.objects.child_of(home).first()
    if found:
        return found
    index = HubNewsIndexPage(title=TITLES[language], slug=SLUGS[language])
    other = HubNewsIndexPage.objects.first()
    if other:
        index.translation_key = other.translation_key
    return publish(index, home)


def make_hub_news(
    hub: Site, language: str = "en", pair: Page | None = None, **facts: Any
) -> HubNewsPage:
    """A published item of the hub itself."""
    values = {"title": "Three reports", "summary": "One picture.", "date": DAY}
    page = HubNewsPage(**{**values, **facts})
    if pair:
        page.translation_key = pair.translation_key
    return publish(page, hub_index(hub, language))


def make_offer(site: Site, **titles: str) -> Offer:
    """An offer of `site` in the languages given: `make_offer(site, cy="Noson")`."""
    pair = None
    for language, title in titles.items():
        pair = make_news(site, language, pair=pair, title=title, offer_to_hub=True)
    refresh(site)
    assert pair
    return Offer.objects.get(translation_key=pair.translation_key)


def make_accepted(site: Site, *, by: Any, **titles: str) -> Offer:
    """An offer that the hub's editor has accepted."""
    offer = make_offer(site, **titles)
    return decide(offer=offer, decision=Decision.ACCEPT, by=by)
