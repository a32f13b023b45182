"""Say that a case is filed. Nothing else writes filings."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from forms.casework.errors import FiledBeforeItCame, FiledLater, SystemMissing
from forms.casework.models import Case, Filing


@sensitive_variables()
@transaction.atomic
def file_case(*, case: Case, on: date, system: str, by: Any) -> Filing:
    """Keep that `by` has filed the case on this day, in this system of the council."""
    if not system.strip():
        raise SystemMissing
    if on > timezone.localdate():
        raise FiledLater
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if on < timezone.localdate(locked.received_at):
        raise FiledBeforeItCame
    return Filing.objects.create(
        case=locked, on=on, system=system.strip(), by=by, filer=str(by)
    )
