"""Feeds that a hub follows, and what came of them."""

from wagtail.models import Site

from cms.models import Offer
from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.visiting import visit
from sites.models import Authority


def follow(hub: Site, url: str, slug: str = "powys") -> OutsideFeed:
    authority = Authority.objects.get(slug=slug)
    return OutsideFeed.objects.create(
        site=hub, authority=authority, url=url, language="en"
    )


def visited(feed: OutsideFeed) -> OutsideFeed:
    feed.refresh_from_db()
    visit(feed)
    feed.refresh_from_db()
    return feed


def offers() -> dict[str, str]:
    rows = Offer.objects.order_by("-date")
    return {row.title_en: row.state for row in rows}
