"""Put right what is wrong, erase what may go, and the certificate of both."""

from typing import Any

from django import forms
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cms.freed_pages import shrink_database
from sites.rights.answering import Changed, answer, erase_records, label_of, put_right
from sites.rights.finding import Record
from sites.rights.forms import AnswerForm, long_text, said_twice
from sites.rights.models import RightsRequest
from sites.rights.screens.base import OneForm
from sites.rights.screens.bundle import OpenRequest
from sites.rights.screens.papers import Paper, with_days


class CorrectForm(forms.Form):
    """Which field of which record, and what is right."""

    what = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("What can be changed here, as it stands now."),
    )
    value = long_text(
        label=gettext_lazy("What is right?"),
        help_text=gettext_lazy("The old words are kept nowhere, once you have saved."),
    )
    sure = forms.BooleanField(
        label=gettext_lazy("I have looked at both, and this is right."),
        error_messages={"required": gettext_lazy("Tick this once you are sure.")},
    )


class CorrectView(OneForm, OpenRequest):
    """One field at a time; what stood there before is kept nowhere."""

    of_kinds = (RightsRequest.Kind.CORRECTION,)
    page_title = gettext_lazy("Correct something")
    intro = gettext_lazy(
        "Change one thing at a time. Where you do not agree that it is wrong, refuse"
        " the request, and note on the record that the person sees it otherwise."
    )
    done = gettext_lazy("It is corrected.")

    @cached_property
    def fields(self) -> dict[str, tuple[Any, str]]:
        """What may be corrected, by what the form calls it."""
        return {
            f"{found.key}.{name}": (found, name)
            for record in self.chosen()
            for found in record.rows
            if not found.mentioned
            for name in found.data.correctable
        }

    def make_form(self, data: Any = None) -> CorrectForm:
        form = CorrectForm(data)
        what: Any = form.fields["what"]
        what.choices = [
            (key, f"{found.data.title} {found.reference[1]} · {_now(found, name)}")
            for key, (found, name) in self.fields.items()
        ]
        return form

    def act(self, data: dict[str, Any]) -> None:
        found, name = self.fields[data["what"]]
        put_right(
            request=self.asked,
            found=found,
            field=name,
            value=data["value"],
            by=self.request.user,
        )


def _now(found: Any, name: str) -> str:
    line = next((each for each in found.lines() if each.field == name), None)
    return f"{label_of(found, name)}: {line.words if line else '–'}"


class EraseForm(forms.Form):
    """A word typed by hand: it cannot be taken back."""

    word = forms.CharField(
        label="",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.wanted = pgettext("typed by hand to erase", "erase")
        words = _("Type the word “%(word)s”") % {"word": self.wanted}
        self.fields["word"].label = words

    def clean_word(self) -> str:
        typed: str = self.cleaned_data["word"]
        said_twice(self.wanted, typed)
        return typed


class EraseView(OneForm, OpenRequest):
    """What goes and what stays, record by record; then it goes for good."""

    of_kinds = (RightsRequest.Kind.ERASURE,)
    template_name = "rights/erase.html"
    page_title = gettext_lazy("Erase what may be erased")
    form_class = EraseForm
    button = gettext_lazy("Erase for good")
    done = gettext_lazy("What may go is erased. The certificate says what is kept.")

    @cached_property
    def records(self) -> list[Record]:
        """What was chosen, as it stands now."""
        return self.chosen()

    def act(self, data: dict[str, Any]) -> None:
        shown = set(self.request.POST.getlist("shown"))
        if shown != {_state(record) for record in self.records}:
            raise Changed
        erase_records(request=self.asked, records=self.records, by=self.request.user)
        shrink_database()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        fates = [(each, each.kept, _state(each)) for each in self.records]
        return super().get_context_data(fates=fates, **kwargs)


class AnsweredView(OneForm, OpenRequest):
    """Write down that the person has been told what was done."""

    of_kinds = (RightsRequest.Kind.CORRECTION, RightsRequest.Kind.ERASURE)
    page_title = gettext_lazy("Write down the answer")
    form_class = AnswerForm
    intro = gettext_lazy(
        "Print the certificate or save it as a file first, and hand it over yourself."
    )
    button = gettext_lazy("It is handed over")
    done = gettext_lazy("The request is answered.")

    def act(self, data: dict[str, Any]) -> None:
        answer(request=self.asked, handed=data["handed"], by=self.request.user)


class CertificateView(Paper):
    """What was corrected, erased and kept: it says no more of anybody than it must."""

    template_name = "rights/certificate.html"
    page_title = gettext_lazy("Certificate")

    def paper(self) -> dict[str, Any]:
        paper, done = self.asked.paper, with_days(self.asked.done)
        if not (done or "erased" in paper):
            raise Http404
        return {
            "erased": with_days(paper.get("erased", [])),
            "kept": with_days(paper.get("kept", [])),
            "done": done,
        }


def _state(record: Record) -> str:
    return f"{record.key}:{'kept' if record.kept else 'goes'}"
