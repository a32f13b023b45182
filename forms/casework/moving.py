"""Move a case from stage to stage, and say by when its person hears of us.

One transaction a function, the case's row locked. Nothing else moves cases.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from forms.casework.errors import (
    DateMissing,
    DatePast,
    FactMissing,
    MovedMeanwhile,
    MoveNotAllowed,
    NothingAwaited,
    ReasonMissing,
)
from forms.casework.machine import Machine, Stage
from forms.casework.models import Case, DayChange, StageMove
from sites.closed_days import working_day_after


@sensitive_variables("why", "facts", "said")
@transaction.atomic
def move_case(
    *,
    case: Case,
    to: str,
    by: Any,
    why: str = "",
    reason: str = "",
    facts: Mapping[str, str] | None = None,
    until: date | None = None,
    seen: str | None = None,
    at: datetime | None = None,
) -> StageMove:
    """Move a case to another stage, with the reason, day and facts that it asks for.

    `seen` is the stage that the mover saw; MovedMeanwhile if it has changed since. The
    move answers whoever waited: `answer_by` becomes what the new stage promises.
    """
    moment = at or timezone.now()
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.stage != (seen or case.stage):
        raise MovedMeanwhile
    target = _target(locked, to)
    day = _day(target, until, moment)
    move = StageMove.objects.create(
        case=locked,
        sequence=locked.stagemoves.count() + 1,
        from_stage=locked.stage,
        to_stage=target.key,
        reason=_reason(locked, target, reason),
        deferred_until=day,
        why=why.strip(),
        facts=_facts(target, facts or {}) or None,
        by=by,
        at=moment,
    )
    case.stage, case.stage_reason = move.to_stage, move.reason
    case.deferred_until = day
    case.answer_by = day or _promised(case, target, moment)
    case.save(update_fields=["stage", "stage_reason", "deferred_until", "answer_by"])
    return move


@sensitive_variables("move")
@transaction.atomic
def move_to_step(
    *, case: Case, step: str, seen: str | None = None, **move: Any
) -> StageMove:
    """Move a case to a plain step: to the first stage of it that may follow.

    The rest is as in move_case.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.stage != (seen or case.stage):
        raise MovedMeanwhile
    to = locked.machine.next_steps(locked.stage).get(step)
    if to is None:
        names = {s.key: s.name for s in locked.machine.steps}
        raise MoveNotAllowed(locked.step.name, names.get(step, step))
    return move_case(case=case, to=to, seen=locked.stage, **move)


@transaction.atomic
def set_answer_by(
    *, case: Case, day: date | None, by: Any, at: datetime | None = None
) -> DayChange | None:
    """Set by when the person hears of us; None where nothing is awaited.

    Setting it to the day that stands changes nothing and returns None.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.is_closed and day is not None:
        raise NothingAwaited
    if locked.answer_by == day:
        return None
    before = locked.answer_by
    case.answer_by = day
    case.save(update_fields=["answer_by"])
    return DayChange.objects.create(
        case=case, before=before, after=day, by=by, at=at or timezone.now()
    )


def _target(case: Case, to: str) -> Stage:
    machine: Machine = case.machine
    if to not in case.standing.to:
        raise MoveNotAllowed(machine.stage_name(case.stage), machine.stage_name(to))
    return machine.stage(to)


def _reason(case: Case, target: Stage, reason: str) -> str:
    if target.reasons and reason not in {r.key for r in target.reasons}:
        raise ReasonMissing(closes=case.machine.closes(target.key))
    return reason if target.reasons else ""


def _facts(target: Stage, facts: Mapping[str, str]) -> dict[str, str]:
    said = {ask.key: facts.get(ask.key, "").strip() for ask in target.asks}
    for ask in target.asks:
        if not said[ask.key]:
            raise FactMissing(ask.label)
    return said


def _day(target: Stage, until: date | None, moment: datetime) -> date | None:
    if not target.dated:
        return None
    if until is None:
        raise DateMissing
    if until <= timezone.localdate(moment):
        raise DatePast
    return until


def _promised(case: Case, target: Stage, moment: datetime) -> date | None:
    if target.answer_in is None:
        return None
    return working_day_after(case.site, timezone.localdate(moment), target.answer_in)
