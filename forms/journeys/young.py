"""What fields say by themselves, said to a young person: «ti» where Welsh has two."""

from typing import Any

from django.forms import Form
from django.utils.translation import pgettext_lazy

from cms.theme.forms import EmailField, PhoneField, TextField
from cms.theme.forms.choosing import OptionsField

# By kind of field; a later kind is more exact than an earlier one. What is said where
# an answer is missing is each field's own.
SAID: dict[type, dict[str, Any]] = {
    TextField: {
        "max_length": pgettext_lazy(
            "to a young person",
            "Use %(limit_value)d characters or fewer. You have used %(show_value)d.",
        ),
        "null_characters_not_allowed": pgettext_lazy(
            "to a young person",
            "Your answer has a character that we cannot store. Type it again.",
        ),
    },
    EmailField: {
        "invalid": pgettext_lazy(
            "to a young person",
            "Enter an email address in the correct format, like name@example.com",
        ),
    },
    PhoneField: {
        "invalid": pgettext_lazy(
            "to a young person",
            "Enter a phone number, like 01632 960 001 or +44 7700 900 982",
        ),
    },
    OptionsField: {
        "invalid_choice": pgettext_lazy(
            "to a young person", "Choose one of the answers on this page"
        ),
        "invalid_list": pgettext_lazy(
            "to a young person", "Choose from the answers on this page"
        ),
        "exclusive": pgettext_lazy(
            "to a young person", "Choose “%(alone)s” alone, or the other answers"
        ),
    },
}


def speak_to_young(form: Form) -> None:
    """Let every field of the form say what it says by itself to a young person."""
    for field in form.fields.values():
        for kind, said in SAID.items():
            if isinstance(field, kind):
                field.error_messages.update(said)
