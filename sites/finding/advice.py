"""What is to be mended on one page and on all pages of a site, Welsh included."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.models import PluginPage
from cms.visibility import published_in_any_language, site_of
from sites.finding.mending import Fault, dead_link, faults_of, targets_of
from sites.models import Service

MOST = 1000
"""Pages that the report looks through, in the order of the tree."""


@dataclass(frozen=True)
class Advice:
    """A page and what is to be mended on it."""

    page: Any
    language: str
    faults: list[Fault]


def advice_on(page: Any) -> list[Fault]:
    """What to mend on a page as it is being edited."""
    site = site_of(page)
    found = faults_of(page)
    if site is not None and targets_of(page) - _read_at(site, targets_of(page)):
        found.insert(0, dead_link())
    if site is not None and _is_bound(site) and page.live and not _paired(page, site):
        found.insert(0, _other_language(page))
    return found


def advice_at(site: Site) -> tuple[list[Advice], bool]:
    """The published pages with something to mend; whether some were not looked at.

    The same queries at any number of pages: two, and one for each kind of page.
    """
    rows: Any = (
        published_in_any_language(site).order_by("path").select_related("locale")
    )
    pages = [page for page in rows[: MOST + 1].specific() if _is_ours(page)]
    alone = _alone(pages) if _is_bound(site) else set()
    targets = {page.pk: targets_of(page) for page in pages[:MOST]}
    read = _read_at(site, set().union(*targets.values()))
    found = []
    for page in pages[:MOST]:
        faults = faults_of(page)
        if targets[page.pk] - read:
            faults.insert(0, dead_link())
        if page.pk in alone:
            faults.insert(0, _other_language(page))
        if faults:
            found.append(Advice(page, page.locale.language_code, faults))
    return found, len(pages) > MOST


def _read_at(site: Site, targets: Collection[int]) -> set[int]:
    """Of these pages those that the public can read there."""
    pages = published_in_any_language(site).filter(pk__in=targets)
    return set(pages.values_list("pk", flat=True))


def _is_ours(page: Any) -> bool:
    return isinstance(page, PluginPage)


def _is_bound(site: Site) -> bool:
    service = Service.of(site)
    return service is not None and service.welsh_standards


def _paired(page: Page, site: Site) -> bool:
    pages = published_in_any_language(site).exclude(pk=page.pk)
    return bool(pages.filter(translation_key=page.translation_key).exists())


def _alone(pages: Iterable[Any]) -> set[int]:
    """Of these pages those without another one of their pair."""
    by_key: dict[Any, list[int]] = {}
    for page in pages:
        by_key.setdefault(page.translation_key, []).append(page.pk)
    return {pks[0] for pks in by_key.values() if len(pks) == 1}


def _other_language(page: Any) -> Fault:
    is_welsh = page.locale.language_code == "cy"
    return Fault(
        _("There is no English page.") if is_welsh else _("There is no Welsh page."),
        _("See on the board of both languages what is missing, and translate it."),
        url=reverse("parity_page", args=[page.pk]),
    )
