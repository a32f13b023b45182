"""What the hub's news shows: accepted offers and its own items, in one order.

Offers are read from their rows, never from other sites' pages, so the number of
queries is the same however many services there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from wagtail.models import Site

from cms.listing import listing
from cms.models import Offer
from cms.offers import shown_offers
from cms.visibility import visible_pages
from pages.hub_news.models import HubNewsIndexPage, HubNewsPage
from sites.models import Service

OTHER = {"en": "cy", "cy": "en"}
LATEST = 3


@dataclass(frozen=True, kw_only=True)
class Item:
    """One card of the list, or one entry of the feed."""

    key: UUID
    language: str
    title: str
    summary: str
    url: str
    date: date
    updated: datetime
    service: Service
    featured: bool = False
    image: dict[str, Any] | None = None
    image_alt: str = ""


def news_for(index: HubNewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The context of the index: items of the hub and of services, ten at a time."""
    site = Site.find_for_request(request)
    language = index.locale.language_code
    page = listing(request, ordered(site, language))
    items = items_of(page.rows, site, language)
    return {"listing": page.showing(items)}


def latest(site: Site, language: str) -> list[Item]:
    """The first few, for the home page."""
    return items_of(ordered(site, language)[:LATEST], site, language)


def ordered(site: Site, language: str) -> QuerySet[Any, tuple[Any, ...]]:
    """Rows that end in id and kind: featured first, then the newest."""
    offers = (
        shown_offers()
        .order_by()
        .annotate(
            what=Value("offer", output_field=CharField()),
            rank=Case(
                When(state=Offer.State.FEATURED, then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            ),
        )
    )
    own = _own(site, language).annotate(
        what=Value("page", output_field=CharField()),
        rank=Value(0, output_field=IntegerField()),
    )
    columns = ("rank", "date", "pk", "what")
    both = offers.values_list(*columns).union(own.values_list(*columns), all=True)
    return both.order_by("-rank", "-date", "-pk")


def items_of(rows: Iterable[tuple[Any, ...]], site: Site, language: str) -> list[Item]:
    """The items of these rows, in their order: three queries, however many sites."""
    rows = list(rows)
    offers = Offer.objects.in_bulk([pk for *_rest, pk, what in rows if what == "offer"])
    pages = _pages([pk for *_rest, pk, what in rows if what == "page"])
    ids = {offer.site_id for offer in offers.values()} | {site.pk}
    services = Service.objects.filter(site__in=ids).select_related("authority")
    by_site = {service.site_id: service for service in services}
    return [
        _offered(offers[pk], by_site[offers[pk].site_id], language)
        if what == "offer"
        else _written(pages[pk], by_site[site.pk])
        for *_rest, pk, what in rows
    ]


def _own(site: Site, language: str) -> QuerySet[HubNewsPage]:
    """The hub's own items: in the reader's language, else in the other."""
    readers = visible_pages(site, language).type(HubNewsPage)
    others = (
        visible_pages(site, OTHER[language])
        .type(HubNewsPage)
        .exclude(translation_key__in=readers.values("translation_key"))
    )
    readable = Q(pk__in=readers.values("pk")) | Q(pk__in=others.values("pk"))
    return HubNewsPage.objects.filter(readable).order_by()


def _pages(ids: list[int]) -> dict[int, HubNewsPage]:
    pages = HubNewsPage.objects.filter(pk__in=ids).defer("body")
    return {page.pk: page for page in pages.select_related("locale", "image")}


def _offered(offer: Offer, service: Service, reader: str) -> Item:
    language = offer.language_for(reader)
    return Item(
        key=offer.translation_key,
        language=language,
        title=offer.in_language("title", language),
        summary=offer.in_language("summary", language),
        url=offer.in_language("url", language),
        date=offer.date or offer.offered_at.date(),
        updated=offer.in_language("updated", language),
        service=service,
        featured=offer.state == Offer.State.FEATURED,
        image={"url": offer.image} if offer.image else None,
        image_alt=offer.in_language("image_alt", language),
    )


def _written(page: HubNewsPage, service: Service) -> Item:
    picture = page.picture
    return Item(
        key=page.translation_key,
        language=page.locale.language_code,
        title=page.title,
        summary=page.summary,
        url=page.full_url,
        date=page.date,
        updated=page.last_published_at,
        service=service,
        image={"url": picture.url} if picture else None,
        image_alt=page.image_alt,
    )
