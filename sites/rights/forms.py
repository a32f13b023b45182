"""What staff write down of a request: who asks, and what becomes of it."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.rights.models import RightsRequest

_ROWS = {"rows": 3, "autocomplete": "off"}


def long_text(**options: Any) -> forms.CharField:
    """A box of several lines."""
    return forms.CharField(
        widget=forms.Textarea(attrs=_ROWS), **{"max_length": 2000, **options}
    )


class RequestForm(forms.ModelForm):
    """A request as it was made."""

    class Meta:
        model = RightsRequest
        fields = (
            *("kind", "name", "email", "phone", "address", "language", "references"),
            *("way", "received_on", "identity", "identity_note", "clock_from"),
        )
        widgets: ClassVar[dict[str, Any]] = {
            "kind": forms.RadioSelect,
            "name": forms.TextInput,
            "email": forms.TextInput,
            "phone": forms.TextInput,
            "address": forms.Textarea(attrs=_ROWS),
            "references": forms.TextInput,
            "language": forms.RadioSelect,
            "way": forms.RadioSelect,
            "identity": forms.RadioSelect,
            "identity_note": forms.Textarea(attrs=_ROWS),
            "received_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "clock_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "references": _(
                "Records that are certainly theirs, one after another with spaces."
            ),
            "language": _("The bundle, the certificate and their words are in it."),
            "received_on": _("The day itself counts, working day or not."),
            "identity": _(
                "Ask for a document only where you have a real doubt: asking is not"
                " a way to win time."
            ),
            "identity_note": _(
                "What you saw and who looked. Keep no copy of a passport or licence."
            ),
            "clock_from": _(
                "Leave it empty: then it runs from the day of receipt. Where you had"
                " to ask who they are, it runs from the day on which you knew."
            ),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("kind", "language", "way", "identity"):
            field: Any = self.fields[name]
            field.choices = [each for each in field.choices if each[0]]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        received, runs = data.get("received_on"), data.get("clock_from")
        today = timezone.localdate()
        if received and received > today:
            self.add_error("received_on", _("This day is still to come."))
        if runs and (runs > today or (received and runs < received)):
            self.add_error(
                "clock_from", _("Give a day from the day of receipt until today.")
            )
        if data.get("identity") == RightsRequest.Identity.NOT_YET:
            data["clock_from"] = None
        else:
            data["clock_from"] = runs or received
        return data


class ExtendForm(forms.Form):
    """Two more months, which the person is told."""

    why = long_text(
        label=_("Why does it take longer?"),
        help_text=_(
            "Only because it is complex, or because the person has made several"
            " requests. Holidays and a lack of staff are no reason."
        ),
    )
    told = forms.BooleanField(
        label=_("I have told the person that it takes longer, and why."),
        help_text=_("They must hear it within the first month."),
        error_messages={"required": _("Tick this once you are sure.")},
    )


class EndForm(forms.Form):
    """A request that gets no answer."""

    state = forms.ChoiceField(
        label=_("What happened?"),
        choices=[
            (RightsRequest.State.REFUSED, _("We refuse it")),
            (RightsRequest.State.CLOSED, _("They took it back")),
        ],
        widget=forms.RadioSelect,
    )
    why = long_text(
        label=_("Why?"),
        help_text=_(
            "Refuse only what is manifestly unfounded or excessive, or where an"
            " exemption of the Data Protection Act 2018 applies: say which."
        ),
        required=False,
    )
    told = forms.BooleanField(
        label=_(
            "I have told the person why, and that they can complain to the Information"
            " Commissioner or go to court."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("state") == RightsRequest.State.REFUSED:
            if not data.get("why"):
                self.add_error("why", _("Say why you refuse it."))
            if not data.get("told"):
                self.add_error("told", _("Tell the person first."))
        return data


class AnswerForm(forms.Form):
    """How the answer reached the person."""

    handed = forms.ChoiceField(
        label=_("How did it reach them?"),
        choices=RightsRequest.Handed.choices,
        widget=forms.RadioSelect,
        help_text=_("Nothing is sent by itself: you print it, and hand it over."),
    )
    read = forms.BooleanField(
        label=_("I have read all of it, and it may go to this person."),
        error_messages={"required": _("Tick this once you have looked at it.")},
    )


def said_twice(word: str, typed: str) -> None:
    """Refuse a word that was typed otherwise than asked."""
    if typed.strip().casefold() != word.casefold():
        raise ValidationError(_("Type the word as it stands there."))
