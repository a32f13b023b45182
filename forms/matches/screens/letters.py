"""A letter on paper or as a PDF, in the language that is asked for."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.generic import View

from cms import pdf
from forms.matches.letters import facts_of
from forms.matches.screens.base import OneMatch


class LetterView(OneMatch, View):
    """The letter as a page that the browser prints; whoever opens it has read it."""

    http_method_names = ["get", "head", "options"]
    logged_as = "print"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(
            self.html(is_pdf=False), headers={"Cache-Control": "no-store"}
        )

    def html(self, *, is_pdf: bool) -> str:
        """The page, said in its own language and not in its reader's."""
        letter, language = self.kwargs["letter"], self.kwargs["language"]
        match = self.match
        with override(language):
            facts = facts_of(match, letter, language)
            if facts is None:
                raise Http404
            self.log_name(match.volunteer, self.logged_as)
            shown = {**facts, "is_pdf": is_pdf}
            return str(
                render_to_string(f"matches/letters/{letter}.html", shown, self.request)
            )


class LetterPdfView(LetterView):
    """The same as a file. 404 where this machine cannot make one."""

    logged_as = "download"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not pdf.is_possible():
            raise Http404
        made = pdf.as_pdf(self.html(is_pdf=True), style="casework/print.css")
        reference = self.match.request.reference
        name = f"{reference}-{self.kwargs['letter']}-{self.kwargs['language']}.pdf"
        return HttpResponse(
            made,
            content_type="application/pdf",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )
