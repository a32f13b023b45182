"""What a form on paper left out is answered after all, and stands in its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.views.decorators.debug import sensitive_variables

from forms.casework.adding import add_to_case
from forms.casework.flags import Flag
from forms.casework.keying.papers import LEFT_OUT
from forms.casework.models import Case
from forms.journeys.sheet import LACKS

WAYS_TO_REACH = ("email", "phone")


def lacking(case: Case) -> list[str]:
    """The questions of which the paper gave no answer, by their ids.

    A way to reach them lacks no more once we have one, from wherever.
    """
    is_reached = bool(case.email or case.phone)
    return [
        row["key"]
        for row in case.answers
        if row.get(LACKS) and not (is_reached and row["key"] in WAYS_TO_REACH)
    ]


def filled(
    rows: Iterable[Mapping[str, Any]], given: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The rows with those of `given` in their places.

    What stood nowhere follows the one before it, and comes last where there is none.
    """
    kept = [dict(row) for row in rows]
    place = len(kept)
    for row in given:
        keys = [other["key"] for other in kept]
        if row["key"] in keys:
            place = keys.index(row["key"])
            kept[place] = dict(row)
        else:
            kept.insert(place, dict(row))
        place += 1
    return kept


@sensitive_variables("answers")
@transaction.atomic
def fill_in(
    *,
    case: Case,
    answers: Iterable[Mapping[str, Any]],
    what: str | Promise,
    flags: Iterable[Flag | str] = (),
) -> None:
    """Put the answers in their places, tell whoever has the case, and unflag it.

    The flag stays while something is still missing. `what` as in add_to_case.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    locked.answers = filled(locked.answers, answers)
    if not lacking(locked):
        others = [flag for flag in locked.flags if flag["code"] != LEFT_OUT.code]
        locked.flags, locked.is_flagged = others, bool(others)
    locked.save(update_fields=["answers", "flags", "is_flagged"])
    add_to_case(case=locked, answers=(), what=what, flags=flags)
