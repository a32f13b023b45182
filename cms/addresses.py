"""Where every site's pages begin: two queries for all sites, kept in each process.

Wagtail's own `Site.get_site_root_paths` costs a query a site when its cache is cold.
Ours is found once and kept until the epoch in the shared cache changes, which happens
wherever Wagtail would have cleared its cache. Both names are Wagtail's own seams; a
test calls them.
"""

import uuid
from collections import defaultdict
from typing import Any

from django.core.cache import cache
from django.db import transaction
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

EPOCH = "cms.addresses.epoch"
# A change that was rolled back leaves a stale list behind for no longer than this.
LIFETIME = 300

_kept: tuple[str, list[SiteRootPath]] | None = None


def install() -> None:
    """Put ours in the place of Wagtail's."""
    Site.get_site_root_paths = staticmethod(root_paths)
    Site.clear_site_root_paths_cache = staticmethod(forget)


def root_paths() -> list[SiteRootPath]:
    """The root path of every site in every language, the most specific first."""
    global _kept
    epoch = cache.get(EPOCH)
    if epoch and _kept and _kept[0] == epoch:
        return _kept[1]
    if not epoch:
        epoch = _new_epoch()
    found = _find()
    _kept = (epoch, found)
    return found


def forget() -> None:
    """Every process finds them anew: now, and again when others see the change."""
    _new_epoch()
    transaction.on_commit(_new_epoch)


def _new_epoch() -> str:
    epoch = uuid.uuid4().hex
    cache.set(EPOCH, epoch, timeout=LIFETIME)
    return epoch


def _find() -> list[SiteRootPath]:
    sites = Site.objects.select_related("root_page").order_by(
        "-root_page__url_path", "-is_default_site", "hostname"
    )
    homes: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    keys = Site.objects.values("root_page__translation_key")
    for key, path, language in Page.objects.filter(
        translation_key__in=keys
    ).values_list("translation_key", "url_path", "locale__language_code"):
        homes[key].append((path, language))
    return [
        SiteRootPath(site.pk, path, site.root_url, language)
        for site in sites
        for path, language in homes[site.root_page.translation_key]
    ]
