"""A date in three boxes, with an error that says which box is wrong."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cms.theme.forms.choices import Words
from cms.theme.forms.widgets import ComponentWidget

BOXES = ("day", "month", "year")
_LIMITS = {"day": (1, 31), "month": (1, 12), "year": (1800, 2200)}


class DateParts(NamedTuple):
    """What was typed in each box."""

    day: str = ""
    month: str = ""
    year: str = ""


class DateBoxes(ComponentWidget):
    """Three text boxes named `<field>-day`, `-month` and `-year`."""

    component = "cms/components/date_input.html"
    grouped = True

    def __init__(self, *, birthday: bool = False) -> None:
        super().__init__()
        self.birthday = birthday

    def value_from_datadict(self, data: Any, files: Any, name: str) -> DateParts:
        typed = (data.get(f"{name}-{box}") or "" for box in BOXES)
        return DateParts(*(str(text).strip() for text in typed))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{box}" in data for box in BOXES)

    def params(self, bf: Any) -> dict[str, Any]:
        wrong = wrong_boxes(bf) if bf.errors else []
        labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
        items = [
            {
                "name": f"{bf.html_name}-{box}",
                "id": f"{bf.auto_id}-{box}",
                "label": labels[box],
                "value": typed.replace("\x00", "")[:40],
                "width": 4 if box == "year" else 2,
                "error": box in wrong,
                "autocomplete": f"bday-{box}" if self.birthday else None,
            }
            for box, typed in zip(BOXES, bf.value() or DateParts(), strict=True)
        ]
        return {**super().params(bf), "id": bf.auto_id, "items": items}

    def error_target(self, bf: Any) -> str:
        return f"{bf.auto_id}-{(wrong_boxes(bf) or BOXES)[0]}"


class DatePartsField(forms.Field):
    """A date. Cleans to a `date`; takes a date or an ISO string as its initial value.

    `earliest` and `latest` may be dates or callables that return one.
    """

    empty_answer = None
    label_size = "m"
    default_error_messages = {"required": gettext_lazy("Enter the date")}

    def __init__(
        self,
        *,
        label: Words,
        hint: Words = "",
        missing: Words = "",
        required: bool = True,
        label_size: str = "m",
        earliest: date | Callable[[], date] | None = None,
        latest: date | Callable[[], date] | None = None,
        birthday: bool = False,
    ) -> None:
        self.earliest, self.latest = earliest, latest
        self.label_size = label_size
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            widget=DateBoxes(birthday=birthday),
            error_messages={"required": missing} if missing else None,
        )

    def prepare_value(self, value: Any) -> DateParts:
        if isinstance(value, DateParts):
            return value
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        if isinstance(value, date):
            return DateParts(str(value.day), str(value.month), str(value.year))
        return DateParts()

    def to_python(self, value: Any) -> date | None:
        parts = self.prepare_value(value)
        if not any(parts):
            return None
        _refuse_missing(parts)
        day, month, year = _numbers(parts)
        if day > monthrange(year, month)[1]:
            raise _wrong(_("Enter a real date"), "day")
        return date(year, month, day)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is None:
            return
        earliest, latest = _now(self.earliest), _now(self.latest)
        if earliest and value < earliest:
            said = _("The date must be on or after %(date)s")
            raise _wrong(said % {"date": date_format(earliest)}, *BOXES)
        if latest and value > latest:
            said = _("The date must be on or before %(date)s")
            raise _wrong(said % {"date": date_format(latest)}, *BOXES)

    def display(self, value: Any) -> str:
        """The answer as a person reads it."""
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        return date_format(value) if value else ""


def wrong_boxes(bf: Any) -> list[str]:
    """The boxes the first error speaks of: all of them where it names none."""
    problems = bf.problems
    params = problems[0].params if problems else None
    return (params or {}).get("boxes") or list(BOXES)


def _wrong(message: str, *boxes: str) -> ValidationError:
    return ValidationError(message, code="invalid", params={"boxes": list(boxes)})


def _now(limit: date | Callable[[], date] | None) -> date | None:
    return limit() if callable(limit) else limit


def _refuse_missing(parts: DateParts) -> None:
    missing = [box for box, typed in zip(BOXES, parts, strict=True) if not typed]
    messages = {
        "day": _("The date must include a day"),
        "month": _("The date must include a month"),
        "year": _("The date must include a year"),
        "day month": _("The date must include a day and a month"),
        "day year": _("The date must include a day and a year"),
        "month year": _("The date must include a month and a year"),
    }
    if missing:
        raise _wrong(messages[" ".join(missing)], *missing)


def _numbers(parts: DateParts) -> tuple[int, int, int]:
    said = {
        "day": _("The day must be a number from 1 to 31"),
        "month": _("The month must be a number from 1 to 12"),
        "year": pgettext("date", "The year must have four digits, like 1990"),
    }
    for box, typed in zip(BOXES, parts, strict=True):
        lowest, highest = _LIMITS[box]
        digits = typed.isascii() and typed.isdigit() and len(typed) <= 4
        if not digits or not lowest <= int(typed) <= highest:
            raise _wrong(said[box], box)
    return int(parts.day), int(parts.month), int(parts.year)
