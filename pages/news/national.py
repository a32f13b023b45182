"""All national news that reaches a service, as a page of its own site."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.admin import current_site
from cms.language.links import language_links
from cms.listing import listing
from cms.visibility import visible_pages
from pages.news.elsewhere import items_of, national_rows, wants_national
from pages.news.models import NewsIndexPage


@require_safe
def national(request: HttpRequest) -> HttpResponse:
    """Ten at a time, each with its address at the hub; 404 where none is wanted."""
    site = current_site(request)
    language = (get_language() or "en")[:2]
    page = listing(request, national_rows(site))
    if not page.rows and not wants_national(site):
        raise Http404
    context = {
        "listing": page.showing(items_of(page.rows, language)),
        "index": _index_of(site, language),
        "language_links": language_links(request, path_builder=_path_in),
    }
    return render(request, "news/all_national.html", context)


def _path_in(language: str) -> str:
    with override(language):
        return reverse("plugins:news:national")


def _index_of(site: Site, language: str) -> Page | None:
    return visible_pages(site, language).type(NewsIndexPage).first()
