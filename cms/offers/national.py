"""The hub's own news on its way down: one row an item, however many read it."""

from collections.abc import Iterable
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Site

from cms.models import NationalArticlePage, NationalItem, Reach
from cms.offers.filling import (
    Articles,
    articles_at,
    fill,
    last_published,
    make_renditions,
    visible_at,
)

READY = Q(ready_en=True) | Q(ready_cy=True)


def national_models() -> list[type[NationalArticlePage]]:
    """The page types of articles that may flow down."""
    return [m for m in apps.get_models() if issubclass(m, NationalArticlePage)]


def national_news(places: Iterable[str]) -> QuerySet[NationalItem]:
    """What reaches these places (`Reach` values), or all services; newest first."""
    reached = Q()
    for place in (Reach.ALL, *places):
        reached |= Q(reach__contains=f" {place} ")
    return NationalItem.objects.filter(reached).order_by("-date", "-pk")


def refresh_national(site: Site, keys: set[UUID] | None = None) -> None:
    """Write the rows of the hub's articles anew, or those with these keys alone.

    What nobody can read, or reaches no service, has no row.
    """
    articles = articles_at(site, keys, national_models())
    for pair in articles.values():
        make_renditions(pair)
    visible = visible_at(site, set(articles)) if articles else set()
    with transaction.atomic():
        known = NationalItem.objects.select_for_update().filter(site=site)
        if keys is not None:
            known = known.filter(translation_key__in=keys)
        rows = {row.translation_key: row for row in known}
        for key, pair in articles.items():
            row = rows.get(key) or NationalItem(site=site, translation_key=key)
            if _write(row, pair, visible):
                rows.pop(key, None)
        NationalItem.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()


def _write(row: NationalItem, pair: Articles, visible: set[int]) -> bool:
    """Save the row; False where the article is none for any service."""
    reach = [code for code in last_published(pair).reach if code in Reach.values]
    if not reach or not any(page.pk in visible for page in pair.values()):
        return False
    fill(row, pair, visible)
    row.reach = f" {' '.join(reach)} "
    row.save()
    return True
