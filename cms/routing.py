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

from cms.addresses import host_of, root_paths
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
    return rows.first()


def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path` below the home of the language in use; None where none is."""
    if not hasattr(request, "_wagtail_route_for_request"):
        try:
            found = _route(request, [part for part in path.split("/") if part])
        except Http404:
            found = None
        request._wagtail_route_for_request = found  # type: ignore[attr-defined]  # Wagtail's memo
    return request._wagtail_route_for_request  # type: ignore[attr-defined]  # the same


def _route(request: HttpRequest, components: list[str]) -> RouteResult | None:
    site = Site.find_for_request(request)
    home = _home_path(site) if site else None
    if home is None or any("\x00" in part for part in components):
        return None
    paths = [
        home + "".join(f"{part}/" for part in components[:n])
        for n in range(len(components) + 1)
    ]
    deepest = (
        Page.objects.filter(url_path__in=paths)
        .annotate(is_restricted=Exists(restrictions_above()))
        .order_by("-depth")
        .first()
    )
    if deepest is None:
        return None
    page = _specific(deepest)
    page.is_restricted = deepest.is_restricted
    rest = components[deepest.depth - _depth_of_home(site) :]
    return page.route(request, rest)


def _home_path(site: Site) -> str | None:
    language = (get_language() or "")[:2]
    paths = (r for r in root_paths() if r.site_id == site.pk)
    return next((r.root_path for r in paths if r.language_code == language), None)


def _depth_of_home(site: Any) -> int:
    return int(site.root_page.depth)


def _specific(page: Page) -> Any:
    model = page.cached_content_type.model_class()
    if model is None:
        return page
    around = ("locale", "ready_language", "starter")
    return model.objects.select_related(*around).get(pk=page.pk)
