"""Fields a person types into. Every one has a limit: nobody stores ten megabytes."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import messages
from cms.theme.forms.choices import Words
from cms.theme.forms.widgets import Textarea, TextInput
from cms.theme.forms.written import as_lines, as_one_line

_PHONE = re.compile(r"^\+?\d{7,15}$")
_AROUND_DIGITS = re.compile(r"[\s().\-]|\(0\)")


class TextField(forms.CharField):
    """One line of text; `hint` stands under the label, `missing` when left empty."""

    empty_answer = ""
    label_size = "s"
    input_options: dict[str, Any] = {}

    def __init__(
        self,
        *,
        label: Words,
        hint: Words = "",
        missing: Words = "",
        max_length: int = 200,
        label_size: str = "s",
        error_messages: dict[str, Words] | None = None,
        required: bool = True,
        **input_options: Any,
    ) -> None:
        said = {"required": missing} if missing else {}
        self.label_size = label_size
        super().__init__(
            label=label,
            help_text=hint,
            max_length=max_length,
            required=required,
            widget=self.make_widget({**self.input_options, **input_options}),
            error_messages={**messages.TYPED, **(error_messages or {}), **said},
        )

    def make_widget(self, options: dict[str, Any]) -> forms.Widget:
        """The widget for these options."""
        return TextInput(**options)

    def to_python(self, value: Any) -> str:
        return self.keep(super().to_python(value))

    def keep(self, text: str) -> str:
        """The text as it is kept."""
        return as_one_line(text)

    def display(self, value: Any) -> str:
        """The answer as a person reads it."""
        return "" if value is None else str(value)


class LongTextField(TextField):
    """Several lines of text, with the characters that are left."""

    def __init__(
        self, *, label: Words, max_length: int = 2000, rows: int = 5, **options: Any
    ) -> None:
        self._widget = Textarea(rows=rows, limit=max_length)
        super().__init__(label=label, max_length=max_length, **options)

    def make_widget(self, options: dict[str, Any]) -> forms.Widget:
        return self._widget

    def keep(self, text: str) -> str:
        return as_lines(text)


class PublicAddress(EmailValidator):
    """An address that others can write to: neither localhost nor a bare IP number."""

    def validate_domain_part(self, domain_part: str) -> bool:
        return bool(self.domain_regex.match(domain_part))


class EmailField(TextField):
    """An e-mail address."""

    default_validators = [PublicAddress(allowlist=[])]
    input_options = {
        "type": "email",
        "autocomplete": "email",
        "spellcheck": False,
        "autocapitalize": "none",
    }

    def __init__(self, *, label: Words, max_length: int = 254, **options: Any) -> None:
        said = {
            "invalid": _(
                "Enter an email address in the correct format, like name@example.com"
            )
        }
        said |= options.pop("error_messages", None) or {}
        super().__init__(
            label=label, max_length=max_length, error_messages=said, **options
        )


def can_be_dialled(text: str) -> bool:
    """Whether the text is a telephone number, as people write one."""
    return bool(_PHONE.match(_AROUND_DIGITS.sub("", text)))


class PhoneField(TextField):
    """A telephone number, as people write it; digits decide whether it can be one."""

    input_options = {"type": "tel", "autocomplete": "tel", "width": 20}
    default_error_messages = {
        "invalid": _("Enter a phone number, like 01632 960 001 or +44 7700 900 982")
    }

    def __init__(self, *, label: Words, max_length: int = 30, **options: Any) -> None:
        super().__init__(label=label, max_length=max_length, **options)

    def keep(self, text: str) -> str:
        # Digits of other scripts are dialled as ours.
        return "".join(
            str(unicodedata.decimal(c)) if c.isdecimal() else c
            for c in super().keep(text)
        )

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not can_be_dialled(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class NumberField(TextField):
    """A whole number."""

    empty_answer = None
    input_options = {"inputmode": "numeric", "width": 4, "spellcheck": False}
    default_error_messages = {
        "invalid": _("Enter a whole number, like 12"),
        "out_of_range": _("Enter a number from %(lowest)d to %(highest)d"),
    }

    def __init__(
        self, *, label: Words, lowest: int = 0, highest: int = 9999, **options: Any
    ) -> None:
        self.lowest, self.highest = lowest, highest
        super().__init__(label=label, max_length=12, **options)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if not text.isascii() or not text.isdigit():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not self.lowest <= int(text) <= self.highest:
            bounds = {"lowest": self.lowest, "highest": self.highest}
            raise ValidationError(
                self.error_messages["out_of_range"], "out_of_range", bounds
            )
        return int(text)
