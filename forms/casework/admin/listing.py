"""The list of an inbox: what presses first, searched without a name in any URL."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from forms.casework.admin.filters import CaseFilters
from forms.casework.admin.gate import InInbox
from forms.casework.admin.lists import lists_for
from forms.casework.duty.unread import with_unread
from forms.casework.models import Case
from forms.casework.needs import (
    MOST_PRESSING_FIRST,
    Need,
    need_in_words,
    need_of,
    with_need,
)
from forms.casework.queries import with_place
from forms.casework.searching import search

FOUND = 50


class Cell(Column):
    """A column with a template of its own."""

    def __init__(self, name: str, *, view: Any = None, **options: Any) -> None:
        super().__init__(name, accessor=lambda case: case, **options)
        self.cell_template_name = f"casework/admin/cells/{name}.html"
        self.view = view

    def get_cell_context_data(
        self, instance: Case, parent_context: Any
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(
            instance, parent_context
        )
        if self.view:
            context["url"] = self.view.url("case", instance.pk)
            context["shows_stages"] = self.view.shows_stages
        return context


class NeedCell(Cell):
    """Why the case stands where it stands, in words."""

    def get_cell_context_data(
        self, instance: Case, parent_context: Any
    ) -> dict[str, Any]:
        today = timezone.localdate()
        need = need_of(instance, today)
        return {
            **super().get_cell_context_data(instance, parent_context),
            "words": need_in_words(instance, today),
            "is_late": need in (Need.UNDELIVERED, Need.OVERDUE),
            "is_pressing": need in (Need.TODAY, Need.NEW),
        }


class CaseListView(InInbox, generic.IndexView):
    """The cases of one inbox at the host's site."""

    template_name = "casework/admin/list.html"
    results_template_name = "casework/admin/list_results.html"
    default_ordering = "need"
    paginate_by = 25
    table_classname = "listing iv-cases"
    is_searchable = False
    filterset_class = CaseFilters
    has_more = False

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # Wagtail's own spreadsheet is not ours: no log of the read, formulas alive.
        self.is_export = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A search: posted, so that the name looked for stands in no address or log."""
        return self.get(request, *args, **kwargs)

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [
            Cell("choose", label=_("Choose")),
            Cell("name", label=_("Name"), view=self),
            Cell("language", label=_("Language")),
            Cell("received", label=_("Received"), sort_key="received_at"),
            Cell("stage", view=self, label=_("Stage"), sort_key="place"),
            NeedCell("need", label=_("What it needs"), sort_key="need"),
            Cell("assignee", label=_("Whose")),
        ]

    @cached_property
    def search_query(self) -> str:
        return str(self.request.POST.get("q", ""))[:100].strip()

    @cached_property
    def is_searching(self) -> bool:
        return bool(self.search_query)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        query = self.request.GET.urlencode()
        address = self.url("export")
        buttons = [
            *(
                HeaderButton(words, url=self.url(name), icon_name=icon)
                for name, words, icon in self.inbox.screens()
            ),
            HeaderButton(
                _("Download the list"),
                url=f"{address}?{query}" if query else address,
                icon_name="download",
            ),
        ]
        if self.inbox.takes_lists:
            label, address = _("Take in a list"), self.url("import")
            buttons.append(HeaderButton(label, url=address, icon_name="upload"))
        return buttons

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_filterset_kwargs(),
            "site": self.site,
            "machine": self.machine,
            "stages": self.shows_stages,
        }

    def get_base_queryset(self) -> QuerySet[Case]:
        cases: QuerySet[Case] = super().get_base_queryset()
        placed = with_place(cases, self.machine)
        needed = with_need(placed, self.machine, timezone.localdate())
        return (
            with_unread(needed).select_related("assignee", "arrival").defer("answers")
        )

    def order_queryset(self, queryset: QuerySet[Case]) -> QuerySet[Case]:
        if self.ordering == self.default_ordering:
            return queryset.order_by(*MOST_PRESSING_FIRST)
        return queryset.order_by(self.ordering, "-pk")

    def search_queryset(self, queryset: QuerySet[Case]) -> QuerySet[Case]:
        if not self.is_searching:
            return queryset
        found = search(queryset, self.site.pk, self.search_query, FOUND + 1)
        self.has_more = len(found) > FOUND
        return queryset.filter(pk__in=found[:FOUND])

    def get_paginate_by(self, queryset: QuerySet[Case]) -> int | None:
        # A second page would have to ask for the words again, in its address.
        return FOUND if self.is_searching else self.paginate_by

    @property
    def where(self) -> QueryDict:
        """The filters and the page, without what only Wagtail's script says."""
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return query

    def get_page_title(self) -> str:
        return str(self.inbox.title)

    def log_shown(self, cases: Iterable[Case]) -> None:
        """Record whose names the page shows."""
        self.log_names(cases, "search" if self.is_searching else "list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        self.log_shown(context["object_list"])
        context["empty"] = self.inbox.empty
        context["search_query"] = self.search_query
        context["most_found"] = FOUND if self.has_more else 0
        context["lists"] = lists_for(self)
        context["ways_to_key_in"] = [
            (self.url(name), words) for name, words in self.inbox.ways_to_key_in()
        ]
        context["several"] = {
            "letters": self.url("several_letters"),
            "moves": self.url("several_moves"),
            "back": self.where.urlencode(),
        }
        return context
