"""Hold a case and let it go. Nothing else writes holds."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from forms.casework.errors import HeldAlready, NotHeld, NothingWritten
from forms.casework.holding.queries import hold_of
from forms.casework.models import Case, Hold


@sensitive_variables("why")
@transaction.atomic
def hold_case(*, case: Case, why: str, by: Any) -> Hold:
    """Keep the case from being deleted, until somebody lifts it."""
    if not why.strip():
        raise NothingWritten
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if hold_of(locked):
        raise HeldAlready
    return Hold.objects.create(case=locked, why=why.strip(), by=by)


@transaction.atomic
def lift_hold(*, case: Case, by: Any) -> Hold:
    """Let the case go when its time is over."""
    Case.objects.select_for_update().get(pk=case.pk)
    hold = hold_of(case)
    if hold is None:
        raise NotHeld
    hold.lifted_at, hold.lifted_by = timezone.now(), by
    hold.save(update_fields=["lifted_at", "lifted_by"])
    return hold
