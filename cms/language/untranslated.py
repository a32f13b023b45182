"""What stands at the address of a page that nobody has published in its language.

404, in the reader's language: a kind word and a link to the page in the other one.
Such an address is that of a draft or an alias, or the other page's own under this
language: there the switch of a page without a pair leads.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.language.choice import LANGUAGES
from cms.language.links import language_links, other_language
from cms.routing import pages_near
from cms.surroundings import HOME_DEPTH
from cms.visibility import visible_in_any_language


def untranslated(request: HttpRequest, page: Page | None = None) -> HttpResponse | None:
    """The notice; None where nothing at this address is read in the other language.

    `page` is what stood here before, if that is known.
    """
    language = (get_language() or LANGUAGES[0])[:2]
    keys = [page.translation_key] if page else _keys(request, language)
    there = _in_the_other_language(request, language, keys)
    if there is None:
        return None
    path = there.get_url_parts(request)[2]
    links = language_links(request, there.specific, lambda _language: path)
    context = {"there": there, "link": other_language(links), "language_links": links}
    answer = render(request, "cms/untranslated.html", context, status=404)
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.is_untranslated = True  # type: ignore[attr-defined]  # it counts as found
    return answer


def _in_the_other_language(
    request: HttpRequest, language: str, keys: list[Any]
) -> Page | None:
    """The page that a switch may have come from, else the pair of what stands here."""
    if not keys:
        return None
    pages = visible_in_any_language(Site.find_for_request(request))
    found = list(pages.filter(translation_key__in=keys).select_related("locale"))
    here = {p.translation_key for p in found if p.locale.language_code == language}
    there = {p.translation_key: p for p in found if p.translation_key not in here}
    return next((there[key] for key in keys if key in there), None)


def _keys(request: HttpRequest, language: str) -> list[Any]:
    near = [page for page in pages_near(request) if page.depth > HOME_DEPTH]
    own = [page for page in near if page.locale.language_code == language]
    twins = [page for page in near if page not in own]
    if own and _is_published(own[0]):
        # It is there in this language: only what is below it can be missing.
        twins = [page for page in twins if page.depth > own[0].depth]
        own = []
    return [page.translation_key for page in (*twins, *own)]


def _is_published(page: Page) -> bool:
    return bool(page.live and hasattr(page, "ready_language"))
