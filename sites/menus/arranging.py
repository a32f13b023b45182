"""What stands in a site's menu, for the screen on which editors arrange it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.activation import SERVICE_ROOT_PATH
from cms.menus import Entry, lines_of, placed_pages, register_arrangement
from cms.routing import load_with_site
from cms.surroundings import HOME_DEPTH
from cms.visibility import visible_in_any_language
from sites.menus.models import Menu

LANGUAGES = ("en", "cy")

load_with_site("menu")


@register_arrangement
def arrangement_of(site: Site) -> list[Entry]:
    """What this site's editors placed."""
    menu = Menu.of(site)
    return menu.lines() if menu else []


@dataclass
class Row:
    """A line of the screen: an entry, and its page in each language."""

    entry: Entry
    pages: dict[str, Page] = field(default_factory=dict)
    visible: set[str] = field(default_factory=set)

    @property
    def lacks(self) -> list[str]:
        """The languages in which the public cannot see its page."""
        if self.entry.url:
            return []
        return [code for code in LANGUAGES if code not in self.visible]


def rows_of(site: Site) -> list[Row]:
    """Everything that is in the menu or was left out of it, in its order."""
    entries = arrangement_of(site)
    placed = placed_pages(site)
    shown = Q(show_in_menus=True, depth=HOME_DEPTH + 1)
    pages = (
        Page.objects.filter(path__startswith=site.root_page.path[:SERVICE_ROOT_PATH])
        .filter(shown | Q(translation_key__in=placed))
        .annotate(language=F("locale__language_code"))
        .order_by("path")
    )
    by_key: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_key.setdefault(str(page.translation_key), {})[page.language] = page
    seen = visible_in_any_language(site).filter(translation_key__in=list(by_key))
    visible = set(seen.values_list("pk", flat=True))
    known = {entry.key for entry in entries}
    new = [Entry(key=key) for key in by_key if key not in known]
    return [
        Row(entry, found, {code for code, page in found.items() if page.pk in visible})
        for entry in [*entries, *new]
        for found in [by_key.get(entry.key, {})]
        if entry.url or found
    ]


def menus_now(site: Site) -> dict[str, list[str]]:
    """The words of the menu as the public reads it, by language."""
    placed = placed_pages(site)
    shown = Q(show_in_menus=True, depth=HOME_DEPTH + 1)
    pages = (
        visible_in_any_language(site)
        .filter(shown | Q(translation_key__in=placed))
        .annotate(language=F("locale__language_code"))
        .order_by("path")
    )
    by_language: dict[str, list[Page]] = {code: [] for code in LANGUAGES}
    for page in pages:
        by_language[page.language].append(page)
    return {
        code: [line.text for line in lines_of(site, code, found)]
        for code, found in by_language.items()
    }


@transaction.atomic
def arrange(*, site: Site, entries: Iterable[Entry], by: Any) -> Menu:
    """Keep the menu of `site`; without entries it is as the tree has it again."""
    kept: Sequence[dict[str, Any]] = [asdict(entry) for entry in entries]
    menu, _made = Menu.objects.update_or_create(site=site, defaults={"entries": kept})
    log(instance=menu, action="wagtail.edit", user=by)
    return menu
