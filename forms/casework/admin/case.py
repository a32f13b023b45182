"""One case: who, what they answered, what happened, what to do next."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from cms import pdf
from cms.admin import roles_at
from cms.mail import OutboundEmail
from cms.privacy import log_read
from cms.roles import KEEPING_ROLES
from forms.casework.admin.forms import (
    AddressForm,
    AnswerByForm,
    AssignForm,
    LanguagesForm,
    NoteForm,
)
from forms.casework.admin.gate import InInbox
from forms.casework.admin.moving_forms import CloseForm, MoveForm
from forms.casework.case_links import links_of_others
from forms.casework.contact import waiting_address
from forms.casework.errors import CaseworkError
from forms.casework.filing.form import FileForm
from forms.casework.handing_over.links import links_of_handing_over
from forms.casework.holding.form import HoldForm, LiftForm
from forms.casework.holding.queries import holds_with_people
from forms.casework.kept import Kept, kept
from forms.casework.keying.undoing import may_be_undone
from forms.casework.letters import BLANK
from forms.casework.models import Case
from forms.casework.own_data import link_of_own_data
from forms.casework.services import caseworkers
from forms.casework.timeline import timeline
from forms.casework.undelivered import undelivered
from sites.cover import away
from sites.reads.log import may_read
from sites.rights.screens.base import may_answer

FOLDED = ("close", "languages", "address", "file", "hold")
_SMALL_FORMS = {
    "note": NoteForm,
    "file": FileForm,
    "hold": HoldForm,
    "lift": LiftForm,
}


class OneCase(InInbox):
    """A view of one case of the inbox."""

    kwargs: dict[str, Any]

    @cached_property
    def case(self) -> Case:
        cases = Case.objects.select_related(
            "assignee",
            "arrival__by",
            "new_address",
            "site__profile",
            "site__service",
        ).prefetch_related("filings", holds_with_people())
        return get_object_or_404(
            cases, pk=self.kwargs["pk"], site=self.site, kind=self.inbox.kind
        )

    def log(self, action: str = "view") -> None:
        """Record that the person read this case."""
        log_read(
            site=self.site,
            user=self.request.user,
            kind=self.case.kind,
            reference=self.case.reference,
            action=action,
            request=self.request,
        )

    def back(self) -> HttpResponse:
        """Back to the case."""
        return redirect(self.url("case", self.case.pk))

    def crumbs(self) -> list[dict[str, Any]]:
        """Home, inbox, case."""
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": self.url("index"), "label": self.inbox.title},
            {"url": self.url("case", self.case.pk), "label": self.case.reference},
        ]


class CaseView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """The case on one screen, with a form for each thing one can do."""

    template_name = "casework/admin/case.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def show(self, **bound: forms.Form) -> HttpResponse:
        """The screen; `bound` are forms that came back with errors."""
        self.log()
        return self.render_to_response(self.get_context_data(bound=bound))

    def get_page_title(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.crumbs()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        papers = [("print", _("Print"), "doc-full")]
        if pdf.is_possible():
            papers.append(("pdf", _("Download as PDF"), "download"))
        buttons = [
            HeaderButton(label, url=self.url(name, self.case.pk), icon_name=icon)
            for name, label, icon in papers
        ]
        if may_read(self.request.user, self.site):
            address = f"{reverse('reads')}?{urlencode({'record': self.case.reference})}"
            label = _("Who has read this")
            buttons.append(HeaderButton(label, url=address, icon_name="view"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        case = self.case
        bound = kwargs.get("bound", {})
        return {
            **super().get_context_data(**kwargs),
            "case": case,
            "shows_stages": self.shows_stages,
            "other": "en" if case.language == "cy" else "cy",
            "answers": case.answers,
            "undelivered": [
                (
                    mail,
                    self.url("retry", case.pk, mail.pk),
                    mail.message_was_refused,
                )
                for mail in self.failed
            ],
            "new_address": waiting_address(case),
            "new_address_url": self.url("new_address", case.pk),
            "events": [
                (event, self.url("retry", case.pk, event.retry) if event.retry else "")
                for event in timeline(case, stages=self.shows_stages)
            ],
            "letters": self.letters(),
            "undo_url": self.undo_url(),
            "links": self.links(),
            "kept": self.kept,
            "tasks": [self.task(name, bound) for name in self.shown(bound)],
        }

    @cached_property
    def failed(self) -> list[OutboundEmail]:
        """The mails that did not reach the person."""
        return undelivered(self.case)

    def links(self) -> list[tuple[str, Any]]:
        """Address and words of what stands under the person's name."""
        own = self.inbox.links_for(self.case)
        return [
            *((self.url(name, self.case.pk), words) for name, words in own),
            *links_of_others(self.case),
            *links_of_handing_over(self),
            *([link_of_own_data(self.case)] if self.may_answer_rights else []),
        ]

    def undo_url(self) -> str:
        """Where it is taken out again; empty where that is past, or not allowed."""
        if not (self.inbox.undoes_keying and may_be_undone(self.case)):
            return ""
        return self.url("undo", self.case.pk)

    def letters(self) -> list[tuple[str, Any]]:
        """Address and title of each letter one can send."""
        if not self.case.email:
            return []
        offered = [*self.inbox.letters_for(self.case), BLANK]
        return [(self.url("letter", self.case.pk, x.key), x.title) for x in offered]

    @cached_property
    def kept(self) -> Kept:
        """Until when it is kept, and what keeps it for longer."""
        return kept(self.case)

    @property
    def may_answer_rights(self) -> bool:
        """Whether the person answers who asks about their own data."""
        return may_answer(self.request.user, self.site)

    @property
    def may_hold(self) -> bool:
        """Whether the person may keep a case from being deleted."""
        return bool(roles_at(self.request.user, self.site) & KEEPING_ROLES)

    def shown(self, bound: dict[str, forms.Form]) -> list[str]:
        """Those forms, and one that came back though its time has passed meanwhile."""
        names = self.tasks()
        return [*names, *(name for name in bound if name not in names)]

    def tasks(self) -> list[str]:
        """The forms that make sense now."""
        names = self.tasks_at_its_stage()
        if self.kept.needs_filing and not self.kept.is_filed:
            names = [*names, "file"]
        if self.may_hold:
            names = [*names, "lift" if self.kept.hold else "hold"]
        return names

    def tasks_at_its_stage(self) -> list[str]:
        """The forms that follow from where it stands."""
        if self.case.is_closed:
            return ["assign", "move", "note", "languages", "address"]
        names = ["assign", "move", "answer_by", "note", "languages", "address"]
        return [*names, "close"] if self.machine.exits(self.case.stage) else names

    def task(self, name: str, bound: dict[str, forms.Form]) -> dict[str, Any]:
        """A form with its address, for the template."""
        return {
            "name": name,
            "url": self.url(name, self.case.pk),
            "form": bound.get(name) or self.make_form(name),
            "open": name in bound
            or (name == "address" and bool(self.failed))
            or (name == "file" and self.kept.waits_for_filing),
            "folds": name in FOLDED,
        }

    def make_form(self, name: str, data: Any = None) -> forms.Form:
        """The form `name` of this case."""
        case = self.case
        if name == "assign":
            return AssignForm(
                data,
                people=caseworkers(case.site),
                covers=away(case.site),
                initial={"to": case.assignee_id or ""},
            )
        if name in ("move", "close"):
            return self.make_move(name, data)
        if name == "answer_by":
            return AnswerByForm(data, initial={"day": case.answer_by})
        if name == "address":
            return AddressForm(data, initial={"email": case.email})
        if name == "languages":
            known = ("language", "spoken_language")
            return LanguagesForm(data, initial={n: getattr(case, n) for n in known})
        return _SMALL_FORMS[name](data)

    def make_move(self, name: str, data: Any) -> forms.Form:
        """The form that moves this case on, or closes it."""
        machine, stage = self.machine, self.case.stage
        seen = {"initial": {"seen": stage}, "stages": list(machine.by_key)}
        if name == "close":
            return CloseForm(data, exits=machine.exits(stage), **seen)
        ways = machine.ways_on(stage, by_stage=self.shows_stages)
        return MoveForm(data, ways=ways, **seen)


class ActionView(CaseView):
    """Does one thing to a case when its form is posted, and shows the case again."""

    form_name: ClassVar[str] = ""
    done: ClassVar[Any] = ""
    http_method_names = ["get", "post", "head", "options"]

    def act(self, form: Any) -> None:
        """Do it, by the service; CaseworkError says why not."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(self.form_name, request.POST)
        if form.is_valid():
            try:
                self.act(form)
            except CaseworkError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, self.done)
                return self.back()
        self.__dict__.pop("case", None)
        messages.error(request, _("Nothing was changed. Look at the form below."))
        return self.show(**{self.form_name: form})
