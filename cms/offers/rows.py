"""Keep the denormalised rows true to the pages. Runs after the change has committed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from cms.indexing import index_rows
from cms.models import HERO, OfferableArticlePage
from cms.models.offers import LANGUAGES, Offer
from cms.offers.moves import move, offer_again, withdraw
from cms.offers.queries import offerable_kinds, offerable_models
from cms.visibility import visible_pages

Articles = dict[str, OfferableArticlePage]
State = Offer.State


def refresh(site: Site, keys: Iterable[UUID] | None = None) -> None:
    """Write the offers of `site` anew, or those of the pages with these keys alone."""
    wanted = None if keys is None else set(keys)
    articles = _articles(site, wanted)
    for pair in articles.values():
        make_renditions(pair)
    reworded: list[list[str]] = []
    with transaction.atomic():
        # A missing plugin's offers have no articles either: they are not withdrawn.
        theirs = Q(kind__in=offerable_kinds()) | Q(translation_key__in=set(articles))
        known = Offer.objects.select_for_update().filter(theirs, site=site)
        if wanted is not None:
            known = known.filter(translation_key__in=wanted)
        rows = {row.translation_key: row for row in known}
        visible = _visible(site, set(articles) | set(rows))
        for key in {*articles, *rows}:
            row = _refresh_one(site, key, articles.get(key, {}), rows.get(key), visible)
            if row:
                reworded.append(["cms", "offer", str(row.pk)])
    if reworded:
        index_rows.enqueue(rows=reworded)


def rebuild() -> int:
    """Refresh every site's offers; the number of rows there are now."""
    for site in Site.objects.select_related("root_page", "profile"):
        refresh(site)
    return Offer.objects.count()


def make_renditions(pair: Articles) -> None:
    """Make the pictures now: never in a visitor's GET, never inside a transaction."""
    for page in pair.values():
        if page.image:
            page.image.get_rendition(HERO)


def _articles(site: Site, keys: set[UUID] | None) -> dict[UUID, Articles]:
    """Published articles by key and language, whether or not their plugin is on."""
    found: dict[UUID, Articles] = defaultdict(dict)
    for model in offerable_models():
        pages = model.objects.filter(
            path__startswith=site.root_page.path[:8],
            live=True,
            ready_language__isnull=False,
        ).select_related("locale", "image")
        if keys is not None:
            pages = pages.filter(translation_key__in=keys)
        for page in pages.defer("body"):
            found[page.translation_key][page.locale.language_code] = page
    return found


def _visible(site: Site, keys: set[UUID]) -> set[int]:
    return {
        pk
        for language in LANGUAGES
        for pk in visible_pages(site, language)
        .filter(translation_key__in=keys)
        .values_list("pk", flat=True)
    }


def _refresh_one(
    site: Site, key: UUID, pair: Articles, row: Offer | None, visible: set[int]
) -> Offer | None:
    """The row where its words changed: it has to be indexed."""
    offered = _is_offered(pair)
    if row is None and not offered:
        return None
    row = row or Offer(site=site, translation_key=key, offered_at=timezone.now())
    before = row.search_tokens()
    _fill(row, pair, visible)
    if row.pk is None:
        move(row, State.OFFERED)
    elif offered and row.state == State.WITHDRAWN:
        offer_again(row)
    elif not offered and row.state != State.WITHDRAWN:
        withdraw(row)
    else:
        row.save()
    return row if row.search_tokens() != before else None


def _is_offered(pair: Articles) -> bool:
    """The language published last decides: its editor had the last word."""
    pages = sorted(pair.values(), key=lambda page: page.last_published_at)
    return bool(pages and pages[-1].offer_to_hub)


def _fill(row: Offer, pair: Articles, visible: set[int]) -> None:
    for language in LANGUAGES:
        page = pair.get(language)
        for name, value in _columns(page, visible).items():
            setattr(row, f"{name}_{language}", value)
    if pair:
        first = next(iter(pair.values()))
        row.kind = first._meta.label_lower
        row.date = min(page.date for page in pair.values())
        row.image = next((_picture(p.image) for p in pair.values() if p.image), "")


def _columns(page: OfferableArticlePage | None, visible: set[int]) -> dict[str, Any]:
    if page is None or page.pk not in visible:
        # Nothing of a page that cannot be read stays behind in a row the hub reads.
        empty = dict.fromkeys(("title", "summary", "image_alt", "url"), "")
        return {
            **empty,
            "page": page and page.page_ptr,
            "ready": False,
            "updated": None,
        }
    return {
        "page": page.page_ptr,
        "ready": True,
        "title": page.title,
        "summary": page.summary,
        "image_alt": page.image_alt,
        "url": page.full_url,
        "updated": page.last_published_at,
    }


def _picture(image: Any) -> str:
    return str(image.get_rendition(HERO).url)
