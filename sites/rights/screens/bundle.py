"""From what is found to what is handed over: choose, decide, read, release."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from sites.rights.answering import choose, decide, release
from sites.rights.bundle import (
    Entry,
    How,
    Section,
    care_words,
    sections_of,
    undecided,
    with_reasons,
    written,
)
from sites.rights.finding import Record, chosen_records, records_about
from sites.rights.forms import AnswerForm
from sites.rights.models import RightsRequest
from sites.rights.screens.base import OneForm, OneRequest, said
from sites.rights.screens.papers import Paper
from sites.rights.services import RightsError


class OpenRequest(OneRequest):
    """A step to the answer of a request: 404 once answered, or where it is no step."""

    of_kinds: Sequence[str] = RightsRequest.Kind.values

    @cached_property
    def asked(self) -> RightsRequest:
        found = super().asked
        if not found.is_open or found.kind not in self.of_kinds:
            raise Http404
        return found

    def chosen(self) -> list[Record]:
        """The records that somebody has said are the person's."""
        user = self.request.user
        return chosen_records(self.asked, by=user, request=self.request)


class FindView(OpenRequest):
    """Everything that may be about the person; staff tick what is."""

    template_name = "rights/find.html"
    page_title = gettext_lazy("Find what is kept of them")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.log()
        known = {record.key for record in self.found()}
        keys = [key for key in request.POST.getlist("record") if key in known]
        try:
            choose(request=self.asked, keys=keys)
        except RightsError as refused:
            messages.error(request, said(refused))
        else:
            messages.success(request, _("What is theirs is chosen."))
        return self.back()

    def found(self) -> list[Record]:
        """All of it, whosever it turns out to be."""
        user = self.request.user
        return records_about(self.asked, by=user, request=self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(records=self.found(), **kwargs)


class DecisionForm(forms.Form):
    """What becomes of one line, and why."""

    how = forms.ChoiceField(
        label=gettext_lazy("What becomes of it?"),
        choices=How.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    text = forms.CharField(
        label=gettext_lazy("The words that go out, with part struck out"),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        required=False,
    )
    why = forms.CharField(
        label=gettext_lazy("Why? (stays with us)"),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        max_length=1000,
        required=False,
    )

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("how") and not data.get("why"):
            self.add_error("why", _("Say why: the reason is kept."))
        if data.get("how") == How.PART and not data.get("text"):
            self.add_error("text", _("Write the words that go out."))
        if data.get("why") and not data.get("how"):
            self.add_error("how", _("Decide what becomes of it."))
        return data


class ReviewView(OpenRequest):
    """Each line that is not simply theirs, to be decided by an officer."""

    of_kinds = (RightsRequest.Kind.ACCESS,)
    template_name = "rights/review.html"
    page_title = gettext_lazy("Decide what goes in")

    @cached_property
    def sections(self) -> list[Section]:
        """What is chosen, in the language of the person."""
        return sections_of(self.asked, self.chosen())

    def forms(self, data: Any = None) -> list[tuple[Section, Entry, DecisionForm]]:
        """A form for each line that needs one."""
        return [
            (section, entry, self._form(entry, data))
            for section in self.sections
            for entry in section.entries
            if entry.is_to_decide
        ]

    def _form(self, entry: Entry, data: Any) -> DecisionForm:
        start = (entry.decision or {}) if not entry.is_undecided else {}
        initial = {"text": entry.line.words, **start, "seen": entry.seen}
        return DecisionForm(data, prefix=entry.prefix, initial=initial)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.log()
        asked = self.forms(request.POST)
        wrong = [form for _section, _entry, form in asked if not form.is_valid()]
        if wrong:
            messages.error(request, _("Nothing is saved yet: see what is marked."))
            return self.render_to_response(self.get_context_data(asked_of=asked))
        decided = {
            entry.key: form.cleaned_data
            for _section, entry, form in asked
            if form.cleaned_data["how"] and form["seen"].data == entry.seen
        }
        try:
            decide(request=self.asked, decisions=decided)
        except RightsError as refused:
            messages.error(request, said(refused))
        else:
            messages.success(request, _("What you decided is saved."))
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = kwargs.pop("asked_of", None) or self.forms()
        lines = [
            (section, entry, form, care_words(entry.line.care))
            for section, entry, form in asked
        ]
        return super().get_context_data(lines=lines, **kwargs)


class BundleView(Paper):
    """The bundle: a draft until it is released, then what was handed over."""

    template_name = "rights/bundle.html"
    page_title = gettext_lazy("Copy of what is kept of you")

    def paper(self) -> dict[str, Any]:
        if "sections" in self.asked.paper:
            kept = self.asked.paper["sections"]
            return {"sections": with_reasons(kept), "is_draft": False}
        if not (self.asked.is_open and self.asked.kind == RightsRequest.Kind.ACCESS):
            raise Http404
        user = self.request.user
        found = chosen_records(self.asked, by=user, request=self.request)
        sections = written(sections_of(self.asked, found))
        return {"sections": with_reasons(sections), "is_draft": True}


class ReleaseView(OneForm, OpenRequest):
    """Write down that the bundle was handed over; refused while a line is undecided."""

    of_kinds = (RightsRequest.Kind.ACCESS,)
    page_title = gettext_lazy("Release the bundle")
    form_class = AnswerForm
    intro = gettext_lazy(
        "Print the bundle or save it as a file first, read all of it, and hand it over"
        " yourself. What you release is kept as it was."
    )
    button = gettext_lazy("It is handed over")
    done = gettext_lazy("The bundle is released, and the request answered.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if undecided(sections_of(self.asked, self.chosen())):
            messages.error(request, _("Something is not decided yet."))
            return redirect(self.url("rights_review"))
        return super().get(request, *args, **kwargs)

    def act(self, data: dict[str, Any]) -> None:
        release(
            request=self.asked,
            sections=sections_of(self.asked, self.chosen()),
            handed=data["handed"],
            by=self.request.user,
        )
