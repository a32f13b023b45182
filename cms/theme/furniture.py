"""What stands around every page. Rooms above the host add what only they know.

`register_furniture(fn)` takes a function of (site, language) that returns a dictionary:

- `service_name`: the service's name in this language;
- `safeguarding`: `council` (as it follows «ffoniwch» in Welsh), `day_phone`,
  `out_of_hours_phone`, `staff_concern_contact`; on the hub `finder_url` instead;
- `footer_links`: a list of `{"text": …, "href": …}` in place of the usual ones;
- `contact`: `phone` and `email` of the service;
- `alerts`: what stands above every page for a while: `heading`, `text`, `link`,
  `link_words`, `is_important`, and a `mark` under which a reader hides it.

It is called for every page: few queries, and neither user nor session.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.addresses import link
from cms.language.choice import LANGUAGES
from cms.menus import Line, lines_of
from cms.models import ThemeSettings
from cms.surroundings import FOOTER_PAGES, around

Furniture = dict[str, Any]
Provider = Callable[[Site, str], Furniture]

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
        "home_url": link(request, f"/{language}/"),
        "safeguarding": {},
    }
    if site is None:
        return furniture
    furniture |= {
        "service_name": site.site_name,
        "profile": site.profile,
        "home_url": f"/{language if language in site.profile.languages else 'en'}/",
        **links_of(request),
        **_look(site),
    }
    for provider in _providers:
        furniture |= provider(site, language)
    return furniture


def _service_at(request: HttpRequest) -> Site | None:
    """The site of this host; None for one that nobody provisioned as a service."""
    site = Site.find_for_request(request)
    return site if hasattr(site, "profile") else None


def links_of(request: HttpRequest) -> Furniture:
    """The menu and the footer.

    In the menu stand the pages shown in menus, as editors arranged them; in the footer
    the pages every service must have (they were loaded from files with these keys),
    unless in the menu already, and the ways to all pages.
    """
    near, site = around(request), Site.find_for_request(request)
    language = (get_language() or LANGUAGES[0])[:2]
    lines = lines_of(site, language, near.menu) if site else []
    menu = [_menu_item(request, line) for line in lines]
    listed = {line.page.pk for line in lines if line.page}
    others = {page.key: page for page in near.top if page.pk not in listed}
    footer = [
        {"text": others[key].title, "href": others[key].get_url(request)}
        for key in FOOTER_PAGES
        if key in others
    ]
    return {"menu": menu, "footer_links": [*footer, *_all_pages(request)]}


def _all_pages(request: HttpRequest) -> list[dict[str, Any]]:
    """Where every page is found, under the language in use."""
    ways = ((_("A to Z"), "a_to_z"), (_("Site map"), "site_map"))
    return [{"text": text, "href": link(request, reverse(name))} for text, name in ways]


def _menu_item(request: HttpRequest, line: Line) -> dict[str, Any]:
    href = line.page.get_url(request) or "" if line.page else line.url
    return {
        "text": line.text,
        "href": href,
        "current": href == request.path,
        "active": bool(href) and request.path.startswith(href),
    }


def _look(site: Site) -> Furniture:
    theme = ThemeSettings.of(site)
    if theme is None:
        return {}
    return {
        "theme_css": reverse("theme_stylesheet", args=[theme.digest()]),
        "mark": reverse("theme_mark", args=[theme.digest()]),
        "logo": theme.logo_image(),
    }
