"""What may be typed into a setting, and what is said where it may not."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.theme.forms.texts import can_be_dialled

_ICO = re.compile(r"^Z[A-Z0-9]\d{6}$")
_NUMBER_WITHIN = re.compile(r"\+?\d[\d\s().\-]{5,}\d")
DATE_INPUT = "%Y-%m-%d"


def check_phone(text: str) -> None:
    """ValidationError unless it is a telephone number."""
    if not can_be_dialled(text):
        raise ValidationError(
            _("Enter a phone number, like 01632 960 001 or +44 7700 900 982")
        )


def check_has_phone(text: str) -> None:
    """ValidationError unless a telephone number stands in it, beside a name perhaps."""
    if not any(map(can_be_dialled, _NUMBER_WITHIN.findall(text))):
        raise ValidationError(
            _("Write the number to ring, with the name of the person or team.")
        )


def check_ico(text: str) -> None:
    """ValidationError unless it is written as the Information Commissioner does."""
    if not _ICO.match(text.upper()):
        raise ValidationError(
            _("An ICO registration number looks like Z1234567 or ZA123456.")
        )


CHECKS: dict[str, Any] = {
    "phone": check_phone,
    "day_phone": check_phone,
    "night_phone": check_phone,
    "staff_concern_contact": check_has_phone,
    "ico_registration": check_ico,
}


class NumberSetting(forms.IntegerField):
    """A whole number between two sensible ends."""

    lowest, highest = 1, 100

    def __init__(self, **options: Any) -> None:
        said = _("Enter a whole number from %(lowest)d to %(highest)d.") % {
            "lowest": self.lowest,
            "highest": self.highest,
        }
        names = ("required", "invalid", "min_value", "max_value")
        super().__init__(
            min_value=self.lowest,
            max_value=self.highest,
            error_messages=dict.fromkeys(names, said),
            **options,
        )


class WorkingDaysField(NumberSetting):
    """In how many working days."""

    lowest, highest = 1, 30


class MonthsField(NumberSetting):
    """For how many months."""

    lowest, highest = 1, 240


class DayField(forms.DateField):
    """A day, by the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.DateInput(format=DATE_INPUT, attrs={"type": "date"}),
            error_messages={
                "required": _("Choose a day."),
                "invalid": _("Choose a day, like 2027-05-03."),
            },
            **options,
        )
