"""Cases on paper and in a spreadsheet; both are recorded as reads."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import TemplateView

from cms.language import slugify
from cms.privacy import log_read
from forms.casework.admin.case import OneCase
from forms.casework.admin.listing import CaseListView
from forms.casework.spreadsheet import cases_as_csv
from forms.casework.timeline import timeline

EXPORTED = 5000


class PrintView(OneCase, TemplateView):
    """A case on paper: what was asked and answered, and what happened."""

    template_name = "casework/admin/print.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.log("print")
        return super().get_context_data(
            case=self.case,
            shows_stages=self.shows_stages,
            inbox_title=self.inbox.title,
            other="en" if self.case.language == "cy" else "cy",
            answers=self.case.answers,
            events=timeline(self.case, stages=self.shows_stages),
            printed_at=timezone.now(),
            **kwargs,
        )


class ExportView(CaseListView):
    """The list as it is filtered, as CSV."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        cases = list(self.get_queryset().defer(None)[:EXPORTED])
        for case in cases:
            log_read(
                site=self.site,
                user=request.user,
                kind=case.kind,
                reference=case.reference,
                action="export",
            )
        name = f"{slugify(str(self.inbox.title))}-{timezone.localdate().isoformat()}"
        return HttpResponse(
            cases_as_csv(cases, stages=self.shows_stages),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}.csv"',
                "Cache-Control": "no-store",
            },
        )
