"""What the hub's news shows: accepted offers and its own items, in one order.

Offers are read from their rows, never from other sites' pages, so that a page of the
list costs the same however many services and items there are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Site

from cms.epochs import under_stamps
from cms.feeds import topic_asked
from cms.listing import PER_PAGE, listing
from cms.models import Offer, Topic
from cms.offers import shown_offers
from cms.visibility import visible_pages
from pages.hub_news.authors import Author, authors_of
from pages.hub_news.models import HubNewsIndexPage, HubNewsPage

OTHER = {"en": "cy", "cy": "en"}
LATEST = 3
WHOLE = 50


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
    author: Author
    topic: str = ""
    featured: bool = False
    image: dict[str, Any] | None = None
    image_alt: str = ""


def news_for(index: HubNewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The context of the index: items of the hub and of services, ten at a time."""
    site = Site.find_for_request(request)
    language = index.locale.language_code
    topic = topic_asked(request)
    rows = ordered(site, language, topic)
    page = listing(request, rows, keep={"topic": topic.value} if topic else {})
    items = items_of(page.rows, site, language)
    return {"listing": page.showing(items), "topic": topic, "topics": rows.topics()}


def latest(site: Site, language: str) -> list[Item]:
    """The first few, for the home page."""
    return items_of(ordered(site, language)[:LATEST], site, language)


@dataclass(frozen=True)
class Row:
    """One item by its number, with all of it where that is at hand."""

    order: tuple[bool, date, int]
    pk: int
    topic: str = ""
    offer: Offer | None = None
    page: HubNewsPage | None = None
    is_page: bool = False


@dataclass(frozen=True)
class Lead:
    """What every page of the list needs: asked once while nothing changes."""

    featured: list[Row]
    own: list[Row]
    accepted: Counter[str]


class NewsRows:
    """The rows of the list: featured first, then the newest.

    What services offered is read by the index, and only as far as is asked for: a page
    of the list costs the same with twenty items as with twenty thousand.
    """

    def __init__(self, site: Site, language: str, topic: Topic | None = None) -> None:
        self.site, self.language, self.topic = site, language, topic

    @cached_property
    def lead(self) -> Lead:
        """Kept for the other pages of the list."""
        return under_stamps(("hub_news", self.language), self._find_lead)

    def count(self) -> int:
        """How many there are."""
        accepted = self.lead.accepted
        number = accepted[self.topic] if self.topic else accepted.total()
        return len(self._asked(self.lead.featured)) + len(self.own) + number

    @property
    def own(self) -> list[Row]:
        """The hub's own, the newest first."""
        return self._asked(self.lead.own)

    def topics(self) -> list[tuple[Topic, int]]:
        """The topics one may choose, each with how many items it has."""
        numbers = Counter(self.lead.accepted)
        numbers.update(row.topic for row in (*self.lead.featured, *self.lead.own))
        return [(one, numbers[one]) for one in Topic if numbers[one]]

    def newest(self, number: int) -> list[Row]:
        """The first few by date alone: what is featured has no place of its own."""
        rows = [*self._asked(self.lead.featured), *self.own, *self._accepted(number)]
        rows.sort(key=lambda row: row.order[1:], reverse=True)
        return rows[:number]

    def __getitem__(self, part: slice) -> list[Row]:
        featured = self._asked(self.lead.featured)
        end, ahead = part.stop, len(featured)
        rows = [*self.own[:end], *self._accepted(max(0, end - ahead))]
        rows.sort(key=lambda row: row.order, reverse=True)
        return [*featured, *rows][part]

    def _asked(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if self.topic in (None, row.topic)]

    def _find_lead(self) -> Lead:
        featured = shown_offers().filter(state=Offer.State.FEATURED)
        accepted = shown_offers().filter(state=Offer.State.ACCEPTED)
        by_topic = accepted.order_by().values_list("topic")
        own = _own(self.site, self.language).order_by("-date", "-pk")
        first = own.defer("body").select_related("locale", "image")
        newest = {page.pk: page for page in first[:PER_PAGE]}
        keys = None
        if len(newest) == PER_PAGE:
            keys = own.values_list("date", "pk", "topic")
        rows = keys or [(page.date, page.pk, page.topic) for page in newest.values()]
        return Lead(
            featured=[_row_of(one) for one in featured.order_by("-date", "-pk")],
            own=[
                Row((False, day, pk), pk, topic, page=newest.get(pk), is_page=True)
                for day, pk, topic in rows
            ],
            accepted=Counter(dict(by_topic.annotate(Count("pk")))),
        )

    def _accepted(self, number: int) -> list[Row]:
        """The first of them; far down the list their numbers alone."""
        offers = shown_offers().filter(state=Offer.State.ACCEPTED)
        if self.topic:
            offers = offers.filter(topic=self.topic)
        offers = offers.order_by("-date", "-pk")
        if number <= WHOLE:
            return [_row_of(offer) for offer in offers[:number]]
        keys = offers.values_list("date", "pk")[:number]
        return [Row((False, day or date.min, pk), pk) for day, pk in keys]


def ordered(site: Site, language: str, topic: Topic | None = None) -> NewsRows:
    """What the hub's news shows, in its order; cut a slice out of it."""
    return NewsRows(site, language, topic)


def _row_of(offer: Offer) -> Row:
    order = (False, offer.date or date.min, offer.pk)
    return Row(order, offer.pk, offer.topic, offer=offer)


def items_of(rows: Iterable[Row], site: Site, language: str) -> list[Item]:
    """The items of these rows, in their order: few queries, however many sites."""
    rows = list(rows)
    missing = [row for row in rows if row.offer is None and row.page is None]
    offers = Offer.objects.in_bulk([row.pk for row in missing if not row.is_page])
    pages = _pages([row.pk for row in missing if row.is_page])
    whole: list[Offer | HubNewsPage] = []
    for row in rows:
        found: dict[int, Any] = pages if row.is_page else offers
        whole.append(row.offer or row.page or found[row.pk])
    authors = authors_of([one for one in whole if isinstance(one, Offer)], site.pk)
    return [
        _offered(one, authors.of(one), language)
        if isinstance(one, Offer)
        else _written(one, authors.at(site.pk))
        for one in whole
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


def _offered(offer: Offer, author: Author, reader: str) -> Item:
    language = offer.language_for(reader)
    return Item(
        key=offer.translation_key,
        language=language,
        title=offer.in_language("title", language),
        summary=offer.in_language("summary", language),
        url=offer.in_language("url", language),
        date=offer.date or offer.offered_at.date(),
        updated=offer.in_language("updated", language),
        author=author,
        topic=offer.topic,
        featured=offer.state == Offer.State.FEATURED,
        image={"url": offer.image} if offer.image else None,
        image_alt=offer.in_language("image_alt", language),
    )


def _written(page: HubNewsPage, author: Author) -> Item:
    picture = page.picture
    return Item(
        key=page.translation_key,
        language=page.locale.language_code,
        title=page.title,
        summary=page.summary,
        url=page.full_url,
        date=page.date,
        updated=page.last_published_at,
        author=author,
        topic=page.topic,
        image={"url": picture.url} if picture else None,
        image_alt=page.image_alt,
    )
