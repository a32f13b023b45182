"""The sitemap of a site: every visible page in both languages, pairs named as pairs.

Wagtail's own lists the pages of one language alone. Two queries, whatever the size.
"""

from collections import defaultdict
from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

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


def _entries(request: HttpRequest, site: Site) -> list[dict[str, Any]]:
    pages = visible_in_any_language(site).annotate(language=F("locale__language_code"))
    pairs: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for page in pages.order_by("path")[:LIMIT]:
        pairs[page.translation_key].append(_entry(request, page))
    return [
        {**entry, "pair": pair if len(pair) > 1 else []}
        for pair in pairs.values()
        for entry in pair
    ]


def _entry(request: HttpRequest, page: Page) -> dict[str, Any]:
    return {
        "url": page.get_full_url(request),
        "language": page.language,
        "changed": page.last_published_at,
    }
