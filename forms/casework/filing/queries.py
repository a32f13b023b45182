"""Which cases are filed as they stand now."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Exists, OuterRef, QuerySet

from forms.casework.models import (
    Assignment,
    Case,
    CaseMail,
    DayChange,
    Filing,
    Hold,
    LanguageChange,
)

_OUR_OWN_AFFAIR = (Assignment, CaseMail, DayChange, Filing, Hold, LanguageChange)
"""What staff note for themselves or write: nothing of it is said of the child."""


def with_filing(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Cases with `is_filed`.

    What was said or decided since a filing is in no other record: it must be filed
    again.
    """
    as_it_stands = Filing.objects.filter(case=OuterRef("pk"))
    for model, name in _what_is_said():
        since = model._base_manager.filter(
            **{name: OuterRef("case")}, at__gt=OuterRef("at")
        )
        as_it_stands = as_it_stands.filter(~Exists(since))
    return cases.annotate(is_filed=Exists(as_it_stands))


def filing_of(case: Case) -> Filing | None:
    """The newest filing of a case, be it of how it stands or of before."""
    return max(case.filings.all(), key=lambda filing: filing.at, default=None)


def _what_is_said() -> Iterator[tuple[Any, str]]:
    """Every model with rows about a case and their times, of any plugin."""
    for relation in Case._meta.related_objects:
        model: Any = relation.related_model
        if relation.one_to_many and model not in _OUR_OWN_AFFAIR and _has_time(model):
            yield model, relation.field.name


def _has_time(model: Any) -> bool:
    try:
        model._meta.get_field("at")
    except FieldDoesNotExist:
        return False
    return True
