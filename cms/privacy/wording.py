"""The value of a field in words, in the active language."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.language.dates import clock_time, plain_date

LABELS: dict[str, str | Promise] = {
    "at": pgettext_lazy("what is kept of a person", "When"),
    "by": pgettext_lazy("what is kept of a person", "By whom"),
    "email": _("E-mail address"),
    "first_name": _("First name"),
    "language": pgettext_lazy("what is kept of a person", "Language"),
    "last_name": _("Last name"),
    "name": _("Name"),
    "phone": _("Phone number"),
    "why": pgettext_lazy("what is kept of a person", "Why"),
}
"""What fields of these names are, where a declaration says nothing else."""


def words_of(row: Any, name: str) -> str:
    """What stands in a field; empty where nothing does."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    return "\n".join(_said(value))


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if said := ", ".join(_said(each)):
                yield f"{key}: {said}"
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _said(each)
    elif isinstance(value, dt.datetime):
        local = timezone.localtime(value)
        yield f"{plain_date(local.date())}, {clock_time(local)}"
    elif isinstance(value, dt.date):
        yield plain_date(value)
    elif isinstance(value, Model):
        yield str(value)
    elif value not in (None, "", False):
        yield "✓" if value is True else str(value)
