"""The sitemap of a host: the visible pages read there, pairs named as pairs.

That is both languages, unless one of them has a host of its own: a sitemap speaks of
its own host alone. Wagtail's lists one language. Two queries, whatever the size.
"""

from collections import defaultdict
from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.addresses import host_of, open_roots, root_url
from cms.language.choice import LANGUAGES
from cms.visibility import visible_in_any_language

LIMIT = 5000


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml; 404 on a host of no service."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return render(
        request,
        "cms/sitemap.xml",
        {"entries": _entries(request, site)},
        content_type="application/xml",
    )


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """/sitemap_index.xml, at the hub alone: the sitemap of every service that is open.

    No query: the hosts are known. What is suspended is left out.
    """
    site = Site.find_for_request(request)
    if not hasattr(site, "profile") or not site.profile.is_hub:
        raise Http404
    sitemaps = [f"{root}/sitemap.xml" for root in open_roots()]
    return render(
        request,
        "cms/sitemap_index.xml",
        {"sitemaps": sitemaps},
        content_type="application/xml",
    )


def _entries(request: HttpRequest, site: Site) -> list[dict[str, Any]]:
    pages = visible_in_any_language(site).annotate(language=F("locale__language_code"))
    pairs: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for page in pages.order_by("path")[:LIMIT]:
        pairs[page.translation_key].append(_entry(request, page))
    here = _languages_here(request, site)
    return [
        {**entry, "pair": pair if len(pair) > 1 else []}
        for pair in pairs.values()
        for entry in pair
        if entry["language"] in here
    ]


def _languages_here(request: HttpRequest, site: Site) -> set[str]:
    host = host_of(request)
    root = host.root_url if host else ""
    return {code for code in LANGUAGES if root_url(site.pk, code) == root}


def _entry(request: HttpRequest, page: Page) -> dict[str, Any]:
    return {
        "url": page.get_full_url(request),
        "language": page.language,
        "changed": page.last_published_at,
    }
