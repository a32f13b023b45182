"""A case on paper or as a PDF; whoever takes it has read it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.generic import TemplateView

from cms import pdf
from forms.casework.admin.case import OneCase
from forms.casework.timeline import timeline


class PrintView(OneCase, TemplateView):
    """A case on paper: what was asked and answered, and what happened."""

    template_name = "casework/admin/print.html"
    http_method_names = ["get", "head", "options"]
    logged_as = "print"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.log(self.logged_as)
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


class PdfView(PrintView):
    """The same as a file. 404 where this machine cannot make one."""

    logged_as = "download"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not pdf.is_possible():
            raise Http404
        shown = self.get_context_data(is_pdf=True, **kwargs)
        html = render_to_string(self.template_name, shown, request)
        name = f"{self.case.reference}.pdf"
        return HttpResponse(
            pdf.as_pdf(html, style="casework/print.css"),
            content_type="application/pdf",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )
