"""News that a service shows and did not write: the hub's, and other services'.

Both are read from rows of cms.offers, never from another site's pages, so it costs the
same however many services there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, QuerySet
from django.utils.text import slugify
from wagtail.models import Site

from cms.models import NationalItem, Offer
from cms.offers import national_news, shown_offers
from pages.news.models import NewsSettings
from sites.models import Authority, Service

SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Item:
    """One card: it leads to the site that wrote it, in the language it has there."""

    title: str
    summary: str
    url: str
    language: str
    date: date | None
    image: str
    image_alt: str
    is_national: bool
    authority: Authority | None = None
    service: Service | None = None


def national_at(site: Site, language: str) -> list[Item]:
    """The hub's newest items that reach this service, if it wants any."""
    return items_of(national_rows(site)[:SHOWN], language)


def national_rows(site: Site) -> QuerySet[NationalItem]:
    """All that reach this service, the newest first; none where it wants none."""
    rows = national_news(places_of(Service.of(site)))
    unwanted = NewsSettings.objects.filter(site=site, national_news=False)
    return rows.exclude(Exists(unwanted))


def wants_national(site: Site) -> bool:
    """Whether the service shows the hub's news at all: it does until it says no."""
    return not NewsSettings.objects.filter(site=site, national_news=False).exists()


def items_of(rows: Iterable[NationalItem], language: str) -> list[Item]:
    """The cards of these rows."""
    return [_item(row, language) for row in rows]


def from_other_services(site: Site, language: str) -> list[Item]:
    """What the hub accepted of other services lately, if this one wants any."""
    wanted = NewsSettings.objects.filter(site=site, other_services=True)
    others = shown_offers().exclude(site=site).filter(Exists(wanted))
    found = others.select_related("site__service__authority").order_by("-date", "-pk")
    rows = list(found[:SHOWN])
    outside = authorities_of(rows)
    return [
        _item(row, language, authority=outside[row.origin])
        if row.origin
        else _item(row, language, service=row.site.service)
        for row in rows
    ]


def places_of(service: Service | None) -> list[str]:
    """The nation and the region a service lies in, as the hub's editors tick them."""
    authority = service and service.authority
    if not authority:
        return []
    names = (authority.nation, authority.region)
    return [slugify(name).replace("-", "_") for name in names]


def authorities_of(offers: Iterable[Offer]) -> dict[str, Authority]:
    """By their slugs, those that are not on the platform and whose news this is."""
    slugs = {offer.origin for offer in offers if offer.origin}
    found = Authority.objects.filter(slug__in=slugs) if slugs else ()
    return {authority.slug: authority for authority in found}


def _item(
    row: NationalItem | Offer,
    reader: str,
    *,
    service: Service | None = None,
    authority: Authority | None = None,
) -> Item:
    language = row.language_for(reader)
    in_it: dict[str, Any] = {
        name: row.in_language(name, language)
        for name in ("title", "summary", "url", "image_alt")
    }
    return Item(
        **in_it,
        language=language,
        date=row.date,
        image=row.image,
        is_national=isinstance(row, NationalItem),
        authority=authority or (service and service.authority),
        service=service,
    )
