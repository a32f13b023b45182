"""Keep the denormalised rows true to the pages. Runs after the change has committed."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from cms.indexing import index_rows
from cms.models.offers import Offer
from cms.offers.filling import (
    Articles,
    articles_at,
    fill,
    last_published,
    make_renditions,
    visible_at,
)
from cms.offers.moves import move, offer_again, withdraw
from cms.offers.national import refresh_national
from cms.offers.queries import offerable_kinds, offerable_models

State = Offer.State


def refresh(site: Site, keys: Iterable[UUID] | None = None) -> None:
    """Write the offers of `site` anew, or those of the pages with these keys alone.

    So too the national items that are made of the hub's articles.
    """
    wanted = None if keys is None else set(keys)
    articles = articles_at(site, wanted, offerable_models())
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
        visible = visible_at(site, set(articles) | set(rows))
        for key in {*articles, *rows}:
            row = _refresh_one(site, key, articles.get(key, {}), rows.get(key), visible)
            if row:
                reworded.append(["cms", "offer", str(row.pk)])
    if reworded:
        index_rows.enqueue(rows=reworded)
    refresh_national(site, wanted)


def rebuild() -> int:
    """Refresh every site's offers; the number of rows there are now."""
    for site in Site.objects.select_related("root_page", "profile"):
        refresh(site)
    return Offer.objects.count()


def _refresh_one(
    site: Site, key: UUID, pair: Articles, row: Offer | None, visible: set[int]
) -> Offer | None:
    """The row where its words changed: it has to be indexed."""
    offered = _is_offered(pair)
    if row is None and not offered:
        return None
    row = row or Offer(site=site, translation_key=key, offered_at=timezone.now())
    before = row.search_tokens()
    fill(row, pair, visible)
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
    page = last_published(pair)
    return bool(page and page.offer_to_hub)
