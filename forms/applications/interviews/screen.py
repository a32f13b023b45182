"""The screen of an interview: to book it, to change it, to call it off."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.language.dates import long_date_and_time
from forms.applications.interviews.booking import (
    BOOKED_STAGE,
    book_interview,
    booked_for,
    call_off,
)
from forms.applications.interviews.forms import ASK, InterviewForm
from forms.applications.interviews.models import Interview
from forms.casework.admin import OneCase
from forms.casework.errors import CaseworkError
from forms.casework.models import Case
from sites.cover import caseworkers
from sites.models import Service


def led_to(case: Case) -> Sequence[tuple[str, str | Promise]]:
    """What leads from a case to its interview: one to come, or that may be booked."""
    if booked := booked_for(case):
        when = long_date_and_time(booked.begins_at)
        return [("interview", _("Interview: %(when)s") % {"when": when})]
    may = BOOKED_STAGE in (case.stage, *case.standing.to)
    return [("interview", gettext_lazy("Invite to an interview"))] if may else []


class InterviewView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """Invite the applicant, or change what is booked."""

    template_name = "applications/admin/interview.html"

    @cached_property
    def booked(self) -> Interview | None:
        """The interview to come."""
        return booked_for(self.case)

    @cached_property
    def service(self) -> Service:
        """The service whose applicant it is."""
        return Service.for_site(self.site)

    def form(self, data: Any = None) -> InterviewForm:
        """The form, filled in with what is booked."""
        return InterviewForm(
            data,
            stages=list(self.machine.by_key),
            people=caseworkers(self.site),
            phone=self.case.phone,
            asks_language=self.service.asks_which_language,
            initial=_as_booked(self.booked) if self.booked else self.usual(),
        )

    def usual(self) -> dict[str, Any]:
        """What is likely of a new interview."""
        case = self.case
        known = case.spoken_language in ("cy", "en")
        return {
            "seen": case.stage,
            "host": case.assignee_id or self.request.user.pk,
            "language": case.spoken_language if known else ASK,
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(self.form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            book_interview(
                case=self.case,
                by=request.user,
                arranged=form.arranged,
                seen=form.cleaned_data["seen"],
                seen_version=form.cleaned_data["version"],
            )
        except CaseworkError as error:
            form.add_error(None, str(error))
            self.__dict__.pop("case", None)
            return self.show(form)
        if self.case.email:
            messages.success(request, _("The invitation is on its way."))
        else:
            words = _("The interview is booked. They have no e-mail: please ring them.")
            messages.warning(request, words)
        return self.back()

    def show(self, form: InterviewForm) -> HttpResponse:
        """The screen with its form."""
        self.log()
        return self.render_to_response(
            self.get_context_data(
                form=form,
                case=self.case,
                booked=self.booked,
                off_url=self.url("interview_off", self.case.pk),
                back_url=self.url("case", self.case.pk),
            )
        )

    def get_page_title(self) -> str:
        return _("Interview")

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": _("Interview")}]


class CallOffView(OneCase, TemplateView):
    """Call the interview off when its form is posted."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        seen = request.POST.get("version", "")
        try:
            off = call_off(case=self.case, by=request.user, seen_version=seen)
        except CaseworkError as error:
            messages.error(request, str(error))
            return self.back()
        if off and self.case.email:
            messages.success(request, _("The interview is called off."))
        elif off:
            words = _("The interview is called off. They have no e-mail: please ring.")
            messages.warning(request, words)
        return self.back()


def _as_booked(booked: Interview) -> dict[str, Any]:
    begins = timezone.localtime(booked.begins_at)
    return {
        "seen": booked.case.stage,
        "version": booked.version,
        "day": begins.date(),
        "time": begins.time(),
        "minutes": booked.minutes,
        "host": booked.host_id,
        "language": booked.language or ASK,
        "way": booked.way,
        "where": booked.where,
    }
