"""What happens to a match: both its cases move, or neither does.

One transaction a function, both cases locked, always in the same order. What somebody
else did since a screen was looked at is refused: `seen` are the stages it showed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from forms.casework.errors import MovedMeanwhile
from forms.casework.joining import Event, Side
from forms.casework.models import Case
from forms.casework.services import move_case
from forms.matches.errors import (
    AppointedAlready,
    CannotBeJoined,
    EndReasonMissing,
    HasVisitor,
    NotAppointed,
    NotGoingOn,
    StillToCome,
    TooEarly,
)
from forms.matches.models import Match
from forms.matches.queries import has_visitor, joins_of

Seen = Mapping[int, str]
"""At which stage each case was seen, by its key."""

EVENTS = {
    Match.Reason.NOT_LOOKED_AFTER: Event.OVER,
    Match.Reason.VISITOR_RESIGNED: Event.ENDED,
    Match.Reason.NOTICE_GIVEN: Event.ENDED,
    Match.Reason.CHILD_OBJECTED: Event.OBJECTED,
}


@dataclass(frozen=True, kw_only=True)
class Afterwards:
    """What the stage asks to which the child's case goes: why, until when, who said."""

    reason: str = ""
    until: date | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def introduce(
    *, volunteer: Case, request: Case, on: date, by: Any, seen: Seen
) -> Match:
    """Begin a match: the two get to know each other, and nobody is appointed yet."""
    visitor, child = _locked(volunteer.pk, request.pk, seen)
    if visitor.site_id != child.site_id or _sides(visitor, child) != (
        Side.VISITOR,
        Side.CHILD,
    ):
        raise CannotBeJoined
    if has_visitor(child):
        raise HasVisitor
    _refuse_days(on)
    match = Match.objects.create(
        volunteer=visitor, request=child, introduced_on=on, by=by
    )
    _move_both(match, Event.INTRODUCED, by=by)
    return match


@transaction.atomic
def appoint(*, match: Match, on: date, by: Any, seen: Seen) -> Match:
    """Keep that the visitor was appointed in writing: the visits begin."""
    locked = _going_on(match, seen)
    if locked.is_appointed:
        raise AppointedAlready
    _refuse_days(locked.introduced_on, on)
    locked.appointed_on = on
    locked.save(update_fields=["appointed_on"])
    _move_both(locked, Event.APPOINTED, by=by)
    return locked


@sensitive_variables("afterwards")
@transaction.atomic
def end(
    *,
    match: Match,
    on: date,
    reason: str,
    by: Any,
    seen: Seen,
    afterwards: Afterwards | None = None,
) -> Match:
    """End an appointment, for one of the reasons of the law.

    The duty to consider again goes on: so does the child's case, unless the council
    looks after the child no more or the child objects.
    """
    locked = _going_on(match, seen)
    if not locked.is_appointed:
        raise NotAppointed
    if reason not in Match.Reason.values:
        raise EndReasonMissing
    _refuse_days(locked.introduced_on, locked.appointed_on, on)
    locked.ended_on, locked.reason = on, reason
    locked.save(update_fields=["ended_on", "reason"])
    event = EVENTS[Match.Reason(reason)]
    _move_both(locked, event, by=by, afterwards=afterwards or Afterwards())
    return locked


@sensitive_variables("afterwards")
@transaction.atomic
def undo(
    *, match: Match, by: Any, seen: Seen, afterwards: Afterwards | None = None
) -> None:
    """Take an introduction back that led to no appointment, and forget the match.

    What happened to each case stays in its history.
    """
    locked = _going_on(match, seen)
    if locked.is_appointed:
        raise AppointedAlready
    _move_both(locked, Event.UNDONE, by=by, afterwards=afterwards or Afterwards())
    locked.delete()


def event_for_visitor(match: Match, event: Event) -> Event:
    """What an event means for a visitor who may visit on other requests, too."""
    others = Match.objects.going_on().filter(volunteer=match.volunteer)
    others = others.exclude(pk=match.pk)
    if others.filter(appointed_on__isnull=False).exists():
        return Event.APPOINTED
    if not event.begins and others.exists():
        return Event.INTRODUCED
    return event


def _locked(volunteer: int, request: int, seen: Seen) -> tuple[Case, Case]:
    both = Case.objects.select_for_update().filter(pk__in=(volunteer, request))
    cases = {case.pk: case for case in both.order_by("pk")}
    if cases.keys() != {volunteer, request}:
        raise CannotBeJoined
    if any(seen.get(pk) != case.stage for pk, case in cases.items()):
        raise MovedMeanwhile
    return cases[volunteer], cases[request]


def _going_on(match: Match, seen: Seen) -> Match:
    cases = _locked(match.volunteer_id, match.request_id, seen)
    locked = Match.objects.going_on().select_for_update().filter(pk=match.pk).first()
    if locked is None:
        raise NotGoingOn
    locked.volunteer, locked.request = cases
    return locked


def _sides(*cases: Case) -> tuple[Side | None, ...]:
    joins = [joins_of(case) for case in cases]
    return tuple(each.side if each else None for each in joins)


def _refuse_days(*days: date | None) -> None:
    known = [day for day in days if day]
    if known[-1] > timezone.localdate():
        raise StillToCome
    if known != sorted(known):
        raise TooEarly


def _move_both(
    match: Match, event: Event, *, by: Any, afterwards: Afterwards | None = None
) -> None:
    ends = not event.begins
    _move(match.volunteer, event_for_visitor(match, event), ends=ends, by=by)
    _move(match.request, event, ends=ends, by=by, said=afterwards, why=match.reason)


def _move(
    case: Case,
    event: Event,
    *,
    ends: bool,
    by: Any,
    said: Afterwards | None = None,
    why: str = "",
) -> None:
    """Move a case to where an event leads, unless it stands there, or staff moved it.

    The reason of the law is the reason of the move where the stage knows it.
    """
    joins = joins_of(case)
    if joins is None:
        raise CannotBeJoined
    to = joins.after(event)
    if case.stage == to or (ends and case.stage not in joins.held):
        return
    given = said or Afterwards()
    known = {reason.key for reason in case.machine.stage(to).reasons}
    move_case(
        case=case,
        to=to,
        by=by,
        reason=why if why in known else given.reason,
        until=given.until,
        facts=given.facts,
    )
