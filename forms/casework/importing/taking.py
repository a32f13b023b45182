"""Take the people of a list into the inbox: all of its good rows, once."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_variables

from forms.casework.importing.checking import Checked, check
from forms.casework.importing.models import WAITS, UploadedList
from forms.casework.importing.reading import Listed
from forms.casework.keying.models import LISTED
from forms.casework.kinds import machine_of
from forms.casework.models import Arrival, Case, Note
from forms.casework.services import save_under_new_reference


@sensitive_variables("listed")
def keep(*, site: Any, kind: str, listed: Listed, by: Any) -> UploadedList:
    """Keep a list until it is taken in or thrown away."""
    return UploadedList.objects.create(
        site=site, kind=kind, rows=listed.rows, ignored=listed.ignored, by=by
    )


@transaction.atomic
def take_in(*, uploaded: UploadedList, language: str, by: Any) -> int:
    """Open a case for each row without a fault; how many were opened.

    Nobody is written to: these people know the service already. A second call opens
    nothing and says what the first did. The rows are forgotten.
    """
    locked = UploadedList.objects.select_for_update().get(pk=uploaded.pk)
    if locked.taken_at:
        return locked.taken
    rows = check(locked, machine_of(locked.kind), language)
    good = [row for row in rows if not row.faults]
    _open_cases(locked, good, by)
    locked.rows, locked.ignored = [], []
    locked.taken, locked.taken_at = len(good), timezone.now()
    locked.save()
    return locked.taken


@sensitive_variables("rows", "row", "told")
def _open_cases(uploaded: UploadedList, rows: Sequence[Checked], by: Any) -> None:
    for row in rows:
        told = row.told
        case = Case(
            site=uploaded.site,
            kind=uploaded.kind,
            stage=told["stage"],
            language=told["language"],
            spoken_language=told["spoken_language"],
            display_name=told["name"],
            email=told["email"],
            phone=told["phone"],
            received_at=told["received"],
        )
        save_under_new_reference(case)
        said = gettext("Taken in from a list (row %(row)s).") % {"row": row.row}
        text = "\n\n".join(filter(None, [said, told["note"]]))
        Note.objects.create(case=case, text=text, by=by)
        Arrival.objects.create(site=case.site, case=case, by=by, how=LISTED)


def purge() -> None:
    """Delete lists a day after they were sent, taken in or not."""
    UploadedList.objects.filter(at__lte=timezone.now() - WAITS).delete()
