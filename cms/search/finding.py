"""Find pages, and the rows beside pages that plugins let be found, in one order.

Everything is asked of the index at once and filtered when it is read: what may not be
seen is not found, however old its entry. The number of queries does not depend on how
many services or results there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, CharField, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.http import HttpRequest
from modelsearch.query import And, Or, PlainText, SearchQuery
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from cms.search import words
from cms.search.texts import summary_of
from cms.search.words import Mark, Query
from cms.surroundings import HOME_DEPTH
from cms.visibility import visible_pages

COLUMNS = ("rank", "day", "pk", "what")
PAGE = "page"
Row = tuple[int, Any, int, str]


@dataclass(frozen=True, kw_only=True)
class Result:
    """One entry of the list: `summary` is safe HTML, `above` the names above it."""

    title: str
    url: str
    summary: str = ""
    language: str = ""
    above: list[str] = field(default_factory=list)
    from_name: str = ""


def matching(model: Any, asked: SearchQuery) -> QuerySet[Any]:
    """The ids of the rows of an indexed model whose tokens answer the query."""
    every = model.objects.all()
    found = get_search_backend().autocomplete(asked, every, order_by_relevance=False)
    ids: QuerySet[Any] = found.get_queryset().order_by().values("pk")
    return ids


def ranked(rows: QuerySet[Any], query: Query, language: str) -> QuerySet[Any]:
    """Of these rows of an indexed model the ones that answer, with their `rank`.

    First whose title has the very words, then whose title has a form or a beginning of
    each, then whose text has the very words, then the rest.
    """
    asked = _Asked(query, language)
    model = rows.model
    return rows.filter(pk__in=matching(model, asked.loosely())).annotate(
        rank=Case(
            When(pk__in=matching(model, asked.exactly(Mark.TITLE)), then=Value(0)),
            When(pk__in=matching(model, asked.loosely(in_title=True)), then=Value(1)),
            When(pk__in=matching(model, asked.exactly(Mark.ANY)), then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
    )


@dataclass(frozen=True)
class _Asked:
    """A query in one language, as the index is asked."""

    query: Query
    language: str

    def exactly(self, mark: Mark) -> SearchQuery:
        """Every one of the words, as it was typed."""
        every = self.query.words
        return And([PlainText(words.exact(mark, self.language, w)) for w in every])

    def loosely(self, *, in_title: bool = False) -> SearchQuery:
        """Of every one of the words a form, or what begins with it."""
        return And([self._one(word, in_title=in_title) for word in self.query.words])

    def _one(self, word: str, *, in_title: bool) -> SearchQuery:
        any_word, title = (
            (Mark.RADICAL, Mark.TITLE_RADICAL)
            if self.language == "cy"
            else (Mark.ANY, Mark.TITLE)
        )
        mark = title if in_title else any_word
        asked = words.asked_forms(word, self.language)
        return Or(
            [PlainText(words.beginning(mark, self.language, form)) for form in asked]
        )


def pages_found(site: Site, query: Query, language: str) -> QuerySet[Any, Row]:
    """The visible pages of a site that answer, as rows of `COLUMNS`, in no order."""
    visible = visible_pages(site, language).values("pk")
    pages = Page.objects.filter(pk__in=visible).order_by()
    found = ranked(pages, query, language)
    rows: QuerySet[Any, Row] = found.annotate(
        day=TruncDate(Coalesce("last_published_at", "latest_revision_created_at")),
        what=Value(PAGE, output_field=CharField()),
    ).values_list(*COLUMNS)
    return rows


def page_results(
    request: HttpRequest, ids: Iterable[int], query: Query, language: str
) -> dict[int, Result]:
    """What the list shows of these pages: a query a page type, and one for crumbs."""
    site = Site.find_for_request(request)
    pages = list(Page.objects.filter(pk__in=ids).specific())
    names = _names_above(site, pages, language)
    return {
        page.pk: Result(
            title=page.title,
            url=page.get_url(request) or "",
            summary=summary_of(page, site, language, query.words),
            above=[names[path] for path in _paths_above(page) if path in names],
        )
        for page in pages
    }


def _names_above(site: Site, pages: list[Any], language: str) -> dict[str, str]:
    paths = {path for page in pages for path in _paths_above(page)}
    above = visible_pages(site, language).filter(path__in=paths)
    return dict(above.values_list("path", "title"))


def _paths_above(page: Page) -> list[str]:
    """Of the pages between the home and this one: the home says nothing of a place."""
    depths = range(HOME_DEPTH + 1, page.depth)
    return [page.path[: depth * page.steplen] for depth in depths]
