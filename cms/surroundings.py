"""Everything around a page in one query: menu, footer, breadcrumbs, pair, children.

Each would be a query of its own over the same visible pages; a page shows all of them.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.addresses import home_paths
from cms.epochs import under_stamps
from cms.menus import placed_pages
from cms.visibility import visible_in_any_language

HOME_DEPTH = 3
FOOTER_PAGES = (
    "contact",
    "faq",
    "complaints",
    "privacy",
    "cookies",
    "terms",
    "accessibility",
)


@dataclass
class Surroundings:
    """The visible pages around one page, each list in the order of the tree.

    A `namesake` is no pair: another page, at the same address in the other language.
    Those `beside` it, itself among them, are found where the page `shows_section` and
    stands under another page than the home. The `menu` holds what may stand in it: the
    pages that the tree shows there, and those that editors placed, however deep.
    """

    top: list[Page] = field(default_factory=list)
    menu: list[Page] = field(default_factory=list)
    above: list[Page] = field(default_factory=list)
    below: list[Page] = field(default_factory=list)
    beside: list[Page] = field(default_factory=list)
    pair: Page | None = None
    namesake: Page | None = None


def around(request: HttpRequest, page: Page | None = None) -> Surroundings:
    """What stands around `page`, or around whatever page answers the request."""
    page = page or _answering(request)
    memo = request.__dict__.setdefault("_surroundings", {})
    key = page.pk if page else None
    if key not in memo:
        site = Site.find_for_request(request)
        memo[key] = _found(site, page) if site else Surroundings()
    found: Surroundings = memo[key]
    return found


def _answering(request: HttpRequest) -> Page | None:
    route = getattr(request, "_wagtail_route_for_request", None)
    return route[0] if route else None


def _found(site: Site, page: Page | None) -> Surroundings:
    if page is not None:
        return _find(site, page)
    language = (get_language() or "en")[:2]
    return under_stamps(("around", language), lambda: _find(site, None))


def _find(site: Site, page: Page | None) -> Surroundings:
    language = page.locale.language_code if page else (get_language() or "en")[:2]
    twins = _twins(site, page) if page else []
    placed = placed_pages(site)
    pages = (
        visible_in_any_language(site)
        .filter(reduce(or_, [_top(language, placed), *_near(page, twins)]))
        .annotate(language=F("locale__language_code"), key=F("starter__key"))
        .order_by("path")
    )
    found = Surroundings()
    for other in pages:
        if other.language == language and _is_top(other):
            found.top.append(other)
        if other.language == language and _is_for_menu(other, placed):
            found.menu.append(other)
        if page is not None:
            _sort_in(found, other, page, twins)
    return found


def _top(language: str, placed: set[str]) -> Q:
    shown = Q(show_in_menus=True) | Q(starter__key__in=FOOTER_PAGES)
    wanted = shown & Q(depth=HOME_DEPTH + 1)
    if placed:
        wanted |= Q(translation_key__in=placed)
    return wanted & Q(locale__language_code=language)


def _is_for_menu(other: Page, placed: set[str]) -> bool:
    is_shown = other.depth == HOME_DEPTH + 1 and other.show_in_menus
    return bool(is_shown or str(other.translation_key) in placed)


def _is_top(other: Page) -> bool:
    shown = other.show_in_menus or other.key in FOOTER_PAGES
    return bool(other.depth == HOME_DEPTH + 1 and shown)


def _near(page: Page | None, twins: list[str]) -> list[Q]:
    if page is None:
        return []
    near = [Q(translation_key=page.translation_key), Q(path__in=_paths_above(page))]
    near.append(Q(url_path__in=twins))
    if getattr(page, "lists_children", False) and page.numchild:
        near.append(Q(path__startswith=page.path, depth=page.depth + 1))
    if _is_in_section(page):
        near.append(Q(path__startswith=_above(page), depth=page.depth))
    return near


def _is_in_section(page: Page) -> bool:
    return getattr(page, "shows_section", False) and page.depth > HOME_DEPTH + 1


def _above(page: Page) -> str:
    return str(page.path[: -page.steplen])


def _twins(site: Site, page: Page) -> list[str]:
    homes = home_paths(site).values()
    own = next((home for home in homes if page.url_path.startswith(home)), None)
    below = page.url_path.removeprefix(own) if own else ""
    return [home + below for home in homes if below and home != own]


def _paths_above(page: Page) -> list[str]:
    return [
        page.path[: depth * page.steplen] for depth in range(HOME_DEPTH, page.depth)
    ]


def _sort_in(found: Surroundings, other: Page, page: Page, twins: list[str]) -> None:
    if _is_in_section(page) and _above(other) == _above(page):
        found.beside.append(other)
    if page.path.startswith(other.path) and other.pk != page.pk:
        found.above.append(other)
    elif other.path.startswith(page.path) and other.depth == page.depth + 1:
        found.below.append(other)
    elif other.translation_key == page.translation_key and other.pk != page.pk:
        found.pair = other
    elif other.url_path in twins:
        found.namesake = other
