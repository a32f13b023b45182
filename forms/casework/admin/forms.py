"""The small forms of a case's screen."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.language.dates import plain_date
from forms.casework.models import LANGUAGES, SPOKEN
from forms.casework.stages import ClosedReason, Stage


class AssignForm(forms.Form):
    """Whose case it is."""

    to = forms.ChoiceField(label=_("Whose case is it?"), required=False)

    def __init__(
        self,
        *args: Any,
        people: Iterable[Any],
        covers: Mapping[int, Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [
            ("", pgettext_lazy("whose case", "Nobody’s yet")),
            *(
                (key, _named(person, covers.get(person.pk)))
                for key, person in self.people.items()
            ),
        ]
        cast(forms.ChoiceField, self.fields["to"]).choices = choices

    @property
    def person(self) -> Any | None:
        """The person chosen; None for nobody."""
        return self.people.get(self.cleaned_data["to"])


def _named(person: Any, cover: Any | None) -> str:
    if cover is None:
        return str(person)
    facts = {"person": person, "day": plain_date(cover.ends_on)}
    return gettext("%(person)s (away until %(day)s)") % facts


class Seen(forms.Form):
    """A form that remembers at which stage its reader saw the case."""

    seen = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput)


class MoveForm(Seen):
    """To which stage, and why."""

    to = forms.ChoiceField(
        label=_("Move on to"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a stage."),
            "invalid_choice": _("The case cannot move there from where it stands now."),
        },
    )
    why = forms.CharField(
        label=_("Why (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, steps: Sequence[Stage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(step.value, step.label) for step in steps]
        cast(forms.ChoiceField, self.fields["to"]).choices = choices
        if len(steps) == 1:
            self.initial["to"] = steps[0].value


class CloseForm(Seen):
    """Why the case is closed."""

    reason = forms.ChoiceField(
        label=_("Why are you closing it?"),
        choices=ClosedReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why you are closing the case.")},
    )
    why = forms.CharField(
        label=_("In your own words (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Once(forms.Form):
    """A form with a token, so that a double click counts once."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class LanguagesForm(forms.Form):
    """In which languages they want to be written to and spoken to."""

    language = forms.ChoiceField(
        label=_("In which language do we write to them?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
    )
    spoken_language = forms.ChoiceField(
        label=_("In which language do we speak to them?"),
        choices=[*SPOKEN, ("", pgettext_lazy("language of a person", "not known"))],
        widget=forms.RadioSelect,
        required=False,
    )


class NoteForm(Once):
    """A note for colleagues."""

    text = forms.CharField(
        label=_("Note"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )


class LetterForm(Once):
    """A letter, as it will be sent, and the language in which it was begun."""

    written_in = forms.ChoiceField(choices=LANGUAGES, widget=forms.HiddenInput)

    subject = forms.CharField(
        label=_("Subject"),
        max_length=150,
        error_messages={"required": _("Write a subject.")},
    )
    body = forms.CharField(
        label=_("Letter"),
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("Write the letter.")},
    )

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"])
        if "…" in (line.strip() for line in body.splitlines()):
            raise forms.ValidationError(
                _("Write your own words where the three dots stand.")
            )
        return body
