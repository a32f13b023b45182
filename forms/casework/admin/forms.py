"""The small forms of a case's screen."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.language.dates import plain_date
from forms.casework.letters import LINK
from forms.casework.machine import Stage, Step
from forms.casework.models import LANGUAGES, SPOKEN


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

    seen = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key, key) for key in stages]
        cast(forms.ChoiceField, self.fields["seen"]).choices = choices


class Moving(forms.Form):
    """To which stage or step, and why; until when, where one of them is dated."""

    to = forms.ChoiceField(
        label=_("Move on to"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a stage."),
            "invalid_choice": _("The case cannot move there from where it stands now."),
        },
    )
    until = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day, as 3/5/2027.")},
    )
    why = forms.CharField(
        label=_("Why (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def offer(self, places: Sequence[tuple[str, Any]], dated: Sequence[Stage]) -> None:
        """Let the places be chosen; the day is asked only where one is dated."""
        cast(forms.ChoiceField, self.fields["to"]).choices = places
        if dated:
            words = gettext("On which day to come back to it (only for “%(stage)s”)")
            names = ", ".join(str(stage.name) for stage in dated)
            self.fields["until"].label = words % {"stage": names}
        else:
            del self.fields["until"]


class MoveForm(Moving, Seen):
    """One case on its way."""

    def __init__(
        self, *args: Any, places: Sequence[Stage | Step], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        dated = [p for p in places if isinstance(p, Stage) and p.dated]
        self.offer([(place.key, place.name) for place in places], dated)
        if len(places) == 1:
            self.initial["to"] = places[0].key


class CloseForm(Seen):
    """Why the case is closed: a stage that closes it, with one of its reasons."""

    reason = forms.ChoiceField(
        label=_("Why are you closing it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why you are closing the case.")},
    )
    why = forms.CharField(
        label=_("In your own words (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, exits: Sequence[Stage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["reason"])
        field.choices = ways_out(exits)

    @property
    def exit(self) -> tuple[str, str]:
        """The stage chosen, and its reason; empty where that stage has none."""
        stage, _dot, reason = self.cleaned_data["reason"].partition(".")
        return stage, reason


def ways_out(exits: Sequence[Stage]) -> list[Any]:
    """The reasons of each stage, under its name where there are several stages."""
    found: list[Any] = []
    for stage in exits:
        reasons = [(f"{stage.key}.{r.key}", r.name) for r in stage.reasons]
        if not reasons:
            found.append((stage.key, stage.name))
        elif len(exits) == 1:
            found += reasons
        else:
            found.append((stage.name, reasons))
    return found


class AnswerByForm(forms.Form):
    """By when the person hears of us."""

    day = forms.DateField(
        label=_("Answer by"),
        required=False,
        help_text=_("Leave it empty if nobody is waiting for an answer."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day, as 3/5/2027.")},
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


class AddressForm(forms.Form):
    """Where their e-mail goes."""

    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_(
            "What could not be delivered goes to the new address. Leave it empty if"
            " they have no e-mail."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
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

    def __init__(self, *args: Any, has_link: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_link = has_link
        if has_link:
            self.fields["body"].help_text = gettext(
                "Leave {link} where the address shall stand. It is made when you send,"
                " for this person alone."
            )

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"])
        if self.has_link and body.count(LINK) != 1:
            raise forms.ValidationError(
                _("Leave {link} once in the letter: the address is put there.")
            )
        if "…" in (line.strip() for line in body.splitlines()):
            raise forms.ValidationError(
                _("Write your own words where the three dots stand.")
            )
        return body
