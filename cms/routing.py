"""Find site and page of a request in three queries, however deep the page stands.

Wagtail walks down from the home, two queries a level, and asks for the language and
the settings of the site one by one. `install` puts these functions in the place of its
own (Site._find_for_request, Page.route_for_request); a test names both.
"""

from typing import Any

from django.db.models import Exists
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from cms.addresses import home_paths, host_of
from cms.epochs import under_stamps
from cms.visibility import restrictions_above

_with_site = ["root_page__locale", "profile", "themesettings__logo"]


def install() -> None:
    """Put ours in the place of Wagtail's."""
    Site._find_for_request = staticmethod(find_site)
    Page.route_for_request = staticmethod(route_for_request)


def load_with_site(relation: str) -> None:
    """Load a one-to-one row of the site whenever a request's site is found."""
    if relation not in _with_site:
        _with_site.append(relation)


def find_site(request: HttpRequest) -> Site | None:
    """The site of the request's host, whichever of its names that is."""
    host = host_of(request)
    if host is None:
        return None
    rows = Site.objects.filter(pk=host.site_id).select_related(*_with_site)
    return under_stamps("site", rows.first)


def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path` below the home of the language in use; None where none is."""
    if not hasattr(request, "_wagtail_route_for_request"):
        try:
            found = _route(request, [part for part in path.split("/") if part])
        except Http404:
            found = None
        request._wagtail_route_for_request = found  # type: ignore[attr-defined]  # Wagtail's memo
    return request._wagtail_route_for_request  # type: ignore[attr-defined]  # the same


def pages_near(request: HttpRequest) -> tuple[Page, ...]:
    """What routing found at the address or above it, and at its twin in the other
    language: public or not. Nothing where the address is no page's.
    """
    found: tuple[Page, ...] = getattr(request, "_pages_near", ())
    return found


def _route(request: HttpRequest, components: list[str]) -> RouteResult | None:
    site = Site.find_for_request(request)
    homes = home_paths(site) if site else {}
    home = homes.pop((get_language() or "")[:2], None)
    if home is None or any("\x00" in part for part in components):
        return None
    below = ["".join(f"{part}/" for part in components[:n]) for n in _upto(components)]
    twins = [other + below[-1] for other in homes.values() if components]
    near = tuple(
        Page.objects.filter(url_path__in=[*(home + part for part in below), *twins])
        .annotate(is_restricted=Exists(restrictions_above()))
        .select_related("locale", "ready_language")
        .order_by("-depth")[: 1 + len(twins)]
    )
    request._pages_near = near  # type: ignore[attr-defined]  # for pages_near
    deepest = next((page for page in near if page.url_path.startswith(home)), None)
    if deepest is None:
        return None
    rest = components[deepest.depth - _depth_of_home(site) :]
    if rest and not has_addresses_of_its_own(deepest):
        return None  # Had it such a page below it, that would be the deepest.
    page = _specific(deepest)
    page.is_restricted = deepest.is_restricted
    return page.route(request, rest)


def has_addresses_of_its_own(page: Page) -> bool:
    """Whether its type answers more than itself and the pages below it."""
    model = page.cached_content_type.model_class()
    return model is not None and model.route is not Page.route


def _upto(components: list[str]) -> range:
    return range(len(components) + 1)


def _depth_of_home(site: Any) -> int:
    return int(site.root_page.depth)


def _specific(page: Page) -> Any:
    model = page.cached_content_type.model_class()
    if model is None:
        return page
    around = ("locale", "ready_language", "starter")
    return model.objects.select_related(*around).get(pk=page.pk)
