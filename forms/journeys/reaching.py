"""How to reach an adult, asked alike in every journey: name, ways, languages."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.theme.forms import Choice, EmailField, PhoneField, RadiosField, TextField
from forms.journeys.declaring import Situation, Words
from forms.journeys.forms import StepForm

WRITE_IN = [
    Choice("cy", pgettext_lazy("in which language", "Welsh")),
    Choice("en", pgettext_lazy("in which language", "English")),
]
SPEAK_IN = [
    *WRITE_IN,
    Choice("either", pgettext_lazy("in which language", "Either")),
]


CHOSEN_TO_WRITE_IN = ("write_language", "my_write_language")
"""The answers that say it, in an adult's way through a journey and a young person's."""


def asks_languages(situation: Situation) -> bool:
    """Whether the service must ask for the language of its letters and calls."""
    return situation.service.asks_which_language


def writing_language(answers: Mapping[str, Any], reading: str) -> str:
    """The language in which to write to somebody: as they chose, else as they read."""
    chosen = (answers.get(name) for name in CHOSEN_TO_WRITE_IN)
    return next(filter(None, chosen), reading)


def write_language(**looks: Any) -> RadiosField:
    """The question in which language to write to somebody."""
    return RadiosField(
        label=_("Which language would you like us to write to you in?"),
        choices=WRITE_IN,
        missing=_("Choose the language for letters and emails"),
        **looks,
    )


def speak_language(**looks: Any) -> RadiosField:
    """The question in which language to talk to somebody."""
    return RadiosField(
        label=_("Which language would you like to speak?"),
        choices=SPEAK_IN,
        missing=_("Choose the language for talking"),
        **looks,
    )


class ReachForm(StepForm):
    """A name and a way to reach somebody. A subclass may order and hint otherwise.

    `neither` is said, at the first of the two ways, where both were left empty.
    """

    neither: Words = _("Enter an email address or a phone number")

    name = TextField(
        label=_("Your name"),
        missing=_("Enter your name"),
        autocomplete="name",
        spellcheck=False,
    )
    email = EmailField(
        label=_("Email address"), hint=_("If you have one."), required=False
    )
    phone = PhoneField(label=_("Phone number"), required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        ways = [name for name in self.fields if name in {"email", "phone"}]
        if not any(data.get(way) or way in self.errors for way in ways):
            self.add_error(ways[0], str(self.neither))
        return data
