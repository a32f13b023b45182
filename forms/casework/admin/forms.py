"""The small forms of a case's screen."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.language.dates import plain_date
from forms.casework.letters import LINK
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
