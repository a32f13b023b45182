"""The holds of a case."""

from typing import Any

from django.db.models import Prefetch

from forms.casework.models import Case, Hold


def holds_with_people() -> Prefetch[Any]:
    """To read a case's holds with it, and whose they are."""
    return Prefetch("holds", Hold.objects.select_related("by", "lifted_by"))


def hold_of(case: Case) -> Hold | None:
    """The hold that is on a case."""
    return next((hold for hold in case.holds.all() if hold.lifted_at is None), None)
