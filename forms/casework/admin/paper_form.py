"""Key in a form from paper: the questions of the website on one page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages

from forms.casework.admin.call import KeyingScreen, mark_of, were_shown
from forms.casework.keying.arriving import find_keyed
from forms.casework.keying.known import Known
from forms.casework.keying.origin_form import AcknowledgeForm, OriginForm
from forms.casework.keying.papers import Papers, take_paper
from forms.journeys.declaring import Journey, Situation
from forms.journeys.sheet import Sheet


class PaperFormView(KeyingScreen):
    """What follows from an answer is asked once that answer is there."""

    template_name = "casework/admin/paper_form.html"

    @property
    def papers(self) -> Papers:
        """What the inbox declares; 404 where it takes no paper."""
        papers: Papers | None = self.inbox.papers
        if papers is None:
            raise Http404
        return papers

    @cached_property
    def journey(self) -> Journey:
        """The questions, as this service asks them."""
        return self.papers.journey(self.site)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(OriginForm(journey=self.journey), self.sheet())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        origin = OriginForm(request.POST, journey=self.journey)
        sheet = self.sheet(request.POST)
        if not origin.is_valid() or not sheet.is_complete:
            return self.show(origin, sheet)
        sent = find_keyed(site=self.site, token=origin.cleaned_data["token"])
        if sent:
            return redirect(self.url("case", sent.pk))
        ways = {key: sheet.answers.get(key) or "" for key in ("name", "email", "phone")}
        known = self.known(**ways)
        if not were_shown(known, request.POST.get("known", "")):
            return self.show(origin, sheet, known=known)
        return self.keep(origin, sheet)

    def keep(self, origin: OriginForm, sheet: Sheet) -> HttpResponse:
        """Open the case, once, and go there."""
        thanks = AcknowledgeForm(self.request.POST)
        case, is_new = take_paper(
            site=self.site,
            papers=self.papers,
            sheet=sheet,
            origin=origin.origin,
            acknowledges=thanks.is_valid() and thanks.cleaned_data["acknowledges"],
            by=self.request.user,
            token=origin.cleaned_data["token"],
        )
        if is_new:
            messages.success(self.request, _("Kept as a new case."))
        return redirect(self.url("case", case.pk))

    def sheet(self, data: Any = None) -> Sheet:
        """The questions with what was posted."""
        language = "cy" if (get_language() or "").startswith("cy") else "en"
        situation = Situation(site=self.site, service=self.service, language=language)
        return Sheet(
            self.journey,
            situation,
            data,
            asked=data.get("asked", "").split() if data else (),
            waived=data.get("left_out", "").split() if data else (),
        )

    def show(
        self, origin: OriginForm, sheet: Sheet, known: list[Known] | None = None
    ) -> HttpResponse:
        """The page: what is wrong, what follows from answers, who is here already."""
        found = known or []
        errors = [*origin.error_list(), *sheet.error_list()]
        if sheet.left_out and not sheet.is_waived:
            words = _("If the paper gives no answer, say so at the end of the page")
            errors.append({"text": words, "href": "#left_out"})
        summary = "cms/components/error_summary.html"
        return self.render_to_response(
            self.get_context_data(
                origin=origin,
                sheet=sheet,
                acknowledge=AcknowledgeForm(self.request.POST or None),
                error_summary=render_to_string(summary, {"error_list": errors})
                if errors
                else "",
                left_out=list(sheet.left_out.items()),
                known=[(k, self.url("case", k.case.pk)) for k in found],
                known_mark=mark_of(found),
                shows_stages=self.shows_stages,
                back_url=self.url("index"),
            )
        )

    def get_page_title(self) -> str:
        return _("Key in a form")
