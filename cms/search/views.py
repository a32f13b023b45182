"""The page of results. What is looked for is neither kept nor logged."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from cms.language.choice import NAMES
from cms.language.links import language_links
from cms.listing import Listing, listing
from cms.search.finding import PAGE, Result, Row, page_results, pages_found
from cms.search.offers import OFFER, OTHER, lists_offers, offer_results, offers_found
from cms.search.registry import best_bets
from cms.search.words import LONGEST_QUERY, Query, read
from cms.visibility import visible_pages

# Keys of the pages one may have wanted: the four doors, and where to turn to.
DOORS = (
    *("become", "apply", "ask", "for-you", "professionals"),
    *("find-your-service", "contact", "worried"),
)


def search(request: HttpRequest) -> HttpResponse:
    """The results for `?q=`, ten at a time; without a question, what one may find."""
    site = Site.find_for_request(request)
    if not hasattr(site, "profile"):
        raise Http404
    language = (get_language() or "en")[:2]
    query = read(request.GET.get("q", ""))
    found = _found(request, site, query, language)
    context: dict[str, Any] = {
        "query": query,
        "listing": found,
        "best": best_bets(site, query, language) if query.can_be_asked else [],
        "longest": LONGEST_QUERY,
        "language_links": language_links(request, path_builder=_path_in),
    }
    if found is None or not found.total:
        context["doors"] = _doors(site, language)
        context["other"] = _in_the_other_language(site, query, language)
    answer = render(request, "cms/search.html", context)
    # What somebody looked for does not stay behind in a browser others use too.
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _found(
    request: HttpRequest, site: Site, query: Query, language: str
) -> Listing | None:
    if not query.can_be_asked:
        return None
    rows = pages_found(site, query, language)
    if lists_offers(site):
        rows = rows.union(*offers_found(query, language), all=True)
    ordered = rows.order_by("rank", "-day", "-pk")
    page = listing(request, ordered, keep={"q": query.text})
    return page.showing(_shown(request, page.rows, query, language))


def _shown(
    request: HttpRequest, rows: list[Row], query: Query, language: str
) -> list[Result]:
    ids: dict[str, list[int]] = {PAGE: [], OFFER: []}
    for *_rest, pk, what in rows:
        ids[what].append(pk)
    known = {PAGE: page_results(request, ids[PAGE], query, language)}
    if ids[OFFER]:
        known[OFFER] = offer_results(ids[OFFER], query, language)
    # A page may have gone since its row was read.
    return [known[what][pk] for *_rest, pk, what in rows if pk in known[what]]


def _doors(site: Site, language: str) -> list[Page]:
    pages = visible_pages(site, language).filter(starter__key__in=DOORS)
    found = {page.starter.key: page for page in pages.select_related("starter")}
    return [found[key] for key in DOORS if key in found]


def _in_the_other_language(
    site: Site, query: Query, language: str
) -> dict[str, Any] | None:
    """How many pages answer there; None where none does."""
    other = OTHER[language]
    total = pages_found(site, query, other).count() if query.can_be_asked else 0
    if not total:
        return None
    url = f"{_path_in(other)}?{urlencode({'q': query.text})}"
    return {"language": other, "name": NAMES[other], "total": total, "url": url}


def _path_in(language: str) -> str:
    with override(language):
        return reverse("search")
