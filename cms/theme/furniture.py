"""What stands around every page. Rooms above the host add what only they know.

`register_furniture(fn)` takes a function of (site, language) that returns a dictionary:

- `service_name`: the service's name in this language;
- `safeguarding`: `council` (as it follows «ffoniwch» in Welsh), `day_phone`,
  `out_of_hours_phone`, `staff_concern_contact`; on the hub `finder_url` instead;
- `footer_links`: a list of `{"text": …, "href": …}`;
- `contact`: `phone` and `email` of the service.

It is called for every page: few queries, and neither user nor session.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Site

from cms.language.choice import LANGUAGES
from cms.models import ThemeSettings
from cms.visibility import visible_pages

Furniture = dict[str, Any]
Provider = Callable[[Site, str], Furniture]

HOME_DEPTH = 3
_providers: list[Provider] = []


def register_furniture(provider: Provider) -> Provider:
    """Let `provider` add to the furniture of every page; usable as a decorator."""
    _providers.append(provider)
    return provider


def furniture_of(request: HttpRequest) -> Furniture:
    """The furniture of the page that answers `request`, gathered once."""
    known: Furniture | None = getattr(request, "_furniture", None)
    if known is None:
        known = _gather(request)
        request._furniture = known  # type: ignore[attr-defined]  # our own memo
    return known


def _gather(request: HttpRequest) -> Furniture:
    site = _service_at(request)
    language = (get_language() or LANGUAGES[0])[:2]
    furniture: Furniture = {
        "site": site,
        "language": language,
        "demo": settings.DEMO,
        "home_url": f"/{language}/",
        "safeguarding": {},
    }
    if site is None:
        return furniture
    furniture |= {
        "service_name": site.site_name,
        "profile": site.profile,
        "menu": menu_of(request, site, language),
        **_look(site),
    }
    for provider in _providers:
        furniture |= provider(site, language)
    return furniture


def _service_at(request: HttpRequest) -> Site | None:
    """The site of this host; None for one that nobody provisioned as a service."""
    site = Site.find_for_request(request)
    return site if hasattr(site, "profile") else None


def menu_of(request: HttpRequest, site: Site, language: str) -> list[dict[str, Any]]:
    """The pages shown in menus directly under the home of `language`."""
    below_home = Q(depth=HOME_DEPTH + 1, show_in_menus=True)
    pages = visible_pages(site, language).filter(below_home).order_by("path")
    items = [{"text": page.title, "href": page.get_url(request)} for page in pages]
    for item in items:
        item["current"] = item["href"] == request.path
        item["active"] = bool(item["href"]) and request.path.startswith(item["href"])
    return items


def _look(site: Site) -> Furniture:
    theme = ThemeSettings.of(site)
    if theme is None:
        return {}
    return {
        "theme_css": reverse("theme_stylesheet", args=[theme.digest()]),
        "logo": theme.logo_image(),
    }
