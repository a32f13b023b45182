"""Every page of a site at a glance: from A to Z, and as the tree has them.

News and other articles are many: their index stands for them. One query each,
whatever the size; the letters are those of the language.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.language.alphabet import by_letter
from cms.language.choice import LANGUAGES
from cms.language.links import language_links
from cms.models import ArticlePage
from cms.visibility import shown_types, visible_pages

LIMIT = 2000
_ARTICLES = {
    "en": re.compile(r"^(?:the|an|a)\s+", re.IGNORECASE),
    "cy": re.compile(r"^(?:yr|y)\s+", re.IGNORECASE),
}


@dataclass
class Branch:
    """A page of the site map with the pages below it."""

    page: Page
    below: list["Branch"] = field(default_factory=list)


@require_safe
def a_to_z(request: HttpRequest) -> HttpResponse:
    """All pages by the letter they stand under; the home leads to itself."""
    site, language = _place(request)
    pages = [page for page in _pages(site, language) if not _is_home(page)]
    groups = by_letter(
        pages, name=lambda page: filed_under(page.title, language), language=language
    )
    return _show(request, "a_to_z", "cms/contents/a_to_z.html", {"groups": groups})


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """All pages, each below the one it belongs to."""
    site, language = _place(request)
    branches = grown(list(_pages(site, language)))
    return _show(
        request, "site_map", "cms/contents/site_map.html", {"branches": branches}
    )


def filed_under(title: str, language: str) -> str:
    """The title without the article it begins with: "The law" stands under L."""
    return _ARTICLES[language].sub("", title) or title


def grown(pages: list[Page]) -> list[Branch]:
    """The tree of these pages, given in its order; a gap in it is closed."""
    tops: list[Branch] = []
    above: list[Branch] = []
    for page in pages:
        while above and not page.path.startswith(above[-1].page.path):
            above.pop()
        branch = Branch(page)
        (above[-1].below if above else tops).append(branch)
        above.append(branch)
    return tops


def _place(request: HttpRequest) -> tuple[Site, str]:
    site = Site.find_for_request(request)
    if not hasattr(site, "profile"):
        raise Http404
    return site, (get_language() or LANGUAGES[0])[:2]


def _pages(site: Site, language: str) -> Any:
    return (
        visible_pages(site, language)
        .exclude(content_type__in=_articles(site))
        .order_by("path")[:LIMIT]
    )


def _articles(site: Site) -> list[ContentType]:
    return [
        kind
        for kind in shown_types(site)
        if issubclass(kind.model_class() or Page, ArticlePage)
    ]


def _is_home(page: Page) -> bool:
    return bool(page.depth == 3)


def _show(
    request: HttpRequest, name: str, template: str, shown: dict[str, Any]
) -> HttpResponse:
    def path_in(language: str) -> str:
        with override(language):
            return reverse(name)

    links = language_links(request, path_builder=path_in)
    return render(request, template, {**shown, "language_links": links})


urlpatterns = [
    path(_("a-to-z/"), a_to_z, name="a_to_z"),
    path(_("site-map/"), site_map, name="site_map"),
]
