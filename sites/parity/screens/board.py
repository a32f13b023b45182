"""The board of one service, and the year's evidence as a table or on paper."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.features.screens import Screen
from cms.spreadsheet import as_csv
from sites.models import Service
from sites.parity.board import Board, board_of, keep_score
from sites.parity.evidence import Year, alone_in, cells, headings, years_of
from sites.parity.models import PublishedAlone
from sites.parity.screens.access import may_see

TITLE = gettext_lazy("Both languages")


class ServiceScreen(Screen):
    """A screen of the host's service; the hub has a list of all instead."""

    header_icon = "globe"
    may_open = may_see

    @cached_property
    def board(self) -> Board:
        """Everything of the service, read once."""
        return board_of(self.site)

    @cached_property
    def service(self) -> Service:
        """Whose name stands on the report."""
        return Service.of(self.site) or Service.for_site(self.site)


class BoardView(ServiceScreen):
    """What is missing, out of date or the same, each with where to mend it."""

    template_name = "parity/board.html"
    page_title = TITLE

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("parity_report")
        return [HeaderButton(_("Evidence of the year"), url=url, icon_name="doc-full")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        promises = PublishedAlone.objects.filter(site=self.site, outcome="")
        return super().get_context_data(
            score=keep_score(site=self.site, board=self.board),
            rows=self.board.uneven,
            promises=list(promises.select_related("given_by")),
            is_bound=self.service.welsh_standards,
            **kwargs,
        )


class EvidenceScreen(ServiceScreen):
    """What the report and the table share: the year and the language asked for."""

    @cached_property
    def year(self) -> Year:
        """The year asked for, else this one; 404 for what is no year of ours."""
        asked = self.request.GET.get("year")
        known = {str(year.number): year for year in years_of(self.site)}
        if asked and asked not in known:
            raise Http404
        return known[asked] if asked else Year.of(timezone.localdate())

    @property
    def language(self) -> str:
        """ "en" or "cy"; 404 for any other."""
        asked = self.request.GET.get("language", (get_language() or "en")[:2])
        if asked not in ("en", "cy"):
            raise Http404
        return asked


class ReportView(EvidenceScreen):
    """The year on paper, in either language."""

    template_name = "parity/report.html"
    page_title = TITLE

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        """Drawn at once, in the language of the report."""
        with override(self.language):
            answer: Any = super().render_to_response(context, **kwargs)
            return answer.render()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alone = alone_in(self.site, self.year)
        return super().get_context_data(
            language=self.language,
            year=self.year,
            years=years_of(self.site),
            service_name=self.service.name_in(self.language),
            today=timezone.localdate(),
            score=keep_score(site=self.site, board=self.board),
            alone=alone,
            rows=self.board.uneven,
            **kwargs,
        )


class TableView(EvidenceScreen):
    """The same as a table for a spreadsheet."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with override(self.language):
            alone = alone_in(self.site, self.year)
            text = as_csv(headings(), cells(alone, self.board.uneven))
        name = f"{self.site.hostname.partition('.')[0]}-{self.year.number}"
        return HttpResponse(
            text,
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}.csv"',
                "Cache-Control": "no-store",
            },
        )
