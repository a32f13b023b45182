"""One match: its days, its letters, and what can happen to it next."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms import pdf
from forms.casework.errors import CaseworkError
from forms.matches.forms import AppointForm, EndForm, UndoForm, seen_of
from forms.matches.letters import LANGUAGES, letters_of
from forms.matches.models import Match
from forms.matches.screens.base import OneMatch
from forms.matches.services import appoint, end, undo

LABELS = {
    "appoint": gettext_lazy("Appoint the visitor"),
    "end": gettext_lazy("End the appointment"),
    "undo": gettext_lazy("Take the introduction back"),
}


class MatchView(OneMatch, WagtailAdminTemplateMixin, TemplateView):
    """The match on one screen. The visitor is named; the child never is."""

    template_name = "matches/admin/match.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def show(self, **bound: Any) -> HttpResponse:
        """The screen; `bound` are forms that came back with errors."""
        self.log_name(self.match.volunteer)
        return self.render_to_response(self.get_context_data(bound=bound))

    def get_page_title(self) -> str:
        return self.title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        match = self.match
        bound = kwargs.get("bound", {})
        return {
            **super().get_context_data(**kwargs),
            "match": match,
            "sides": [
                (_("Visitor"), match.volunteer, self.case_url(match.volunteer)),
                (_("Request"), match.request, self.case_url(match.request)),
            ],
            "letters": [self.letter(*each) for each in letters_of(match)],
            "tasks": [self.task(name, bound) for name in self.tasks(bound)],
        }

    def tasks(self, bound: dict[str, Any]) -> list[str]:
        """The forms that make sense now, and what came back with errors."""
        names = []
        if self.match.goes_on:
            names = ["end"] if self.match.is_appointed else ["appoint", "undo"]
        return [*names, *(name for name in bound if name not in names)]

    def task(self, name: str, bound: dict[str, Any]) -> dict[str, Any]:
        """A form with its address, for the template."""
        return {
            "name": name,
            "label": LABELS[name],
            "url": self.url(name, self.match.pk),
            "form": bound.get(name) or make_form(name, self.match),
        }

    def letter(self, key: str, title: Any) -> dict[str, Any]:
        """A letter with its addresses: the visitor's own language first."""
        own = self.match.volunteer.language
        return {
            "title": title,
            "languages": [
                {
                    "name": LANGUAGES[language],
                    "url": self.url("letter", self.match.pk, key, language),
                    "pdf_url": (
                        self.url("letter_pdf", self.match.pk, key, language)
                        if pdf.is_possible()
                        else ""
                    ),
                }
                for language in sorted(LANGUAGES, key=lambda code: code != own)
            ],
        }


def make_form(name: str, match: Match, data: Any = None) -> Any:
    """The form `name` of a match."""
    ids: Any = {"auto_id": f"{name}-%s"}
    if name == "appoint":
        return AppointForm(data, initial=seen_of(match), **ids)
    kinds: dict[str, Any] = {"end": EndForm, "undo": UndoForm}
    return kinds[name](data, match=match, **ids)


class ActView(MatchView):
    """Does one thing to a match when its form is posted, and shows it again."""

    form_name: ClassVar[str] = ""
    done: ClassVar[Any] = ""
    http_method_names = ["get", "post", "head", "options"]

    def act(self, form: Any) -> None:
        """Do it, by the service; CaseworkError says why not."""
        raise NotImplementedError

    def back(self) -> HttpResponse:
        """To the match."""
        return redirect(self.url("match", self.match.pk))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url("match", self.match.pk))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = make_form(self.form_name, self.match, request.POST)
        if form.is_valid():
            try:
                self.act(form)
            except CaseworkError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, self.done)
                return self.back()
        self.__dict__.pop("match", None)
        messages.error(request, _("Nothing was changed. Look at the form below."))
        return self.show(**{self.form_name: form})


class AppointView(ActView):
    """Keep that the visitor was appointed in writing."""

    form_name = "appoint"
    done = gettext_lazy("The visitor is appointed. Print the letter, if you have not.")

    def act(self, form: Any) -> None:
        appoint(
            match=self.match,
            on=form.cleaned_data["on"],
            by=self.request.user,
            seen=form.seen(self.match),
        )


class EndView(ActView):
    """Keep how an appointment ended."""

    form_name = "end"
    done = gettext_lazy("The appointment has ended. Now print the letter.")

    def act(self, form: Any) -> None:
        end(
            match=self.match,
            on=form.cleaned_data["on"],
            reason=form.cleaned_data["reason"],
            by=self.request.user,
            seen=form.seen(self.match),
            afterwards=form.afterwards(form.stage),
        )


class UndoView(ActView):
    """Take an introduction back."""

    form_name = "undo"
    done = gettext_lazy("The introduction is taken back.")

    def act(self, form: Any) -> None:
        undo(
            match=self.match,
            by=self.request.user,
            seen=form.seen(self.match),
            afterwards=form.afterwards(form.stage),
        )

    def back(self) -> HttpResponse:
        """To the list: where it stood, nothing is any more."""
        return redirect(self.url("index"))
