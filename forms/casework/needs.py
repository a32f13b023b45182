"""What a case needs of staff today: said in words, and the order of an inbox.

The words and the order come from one list, so that a row never stands where its words
do not explain it.
"""

from datetime import date
from enum import IntEnum
from typing import Any

from django.db.models import Case as Choose
from django.db.models import F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from cms.language.dates import plain_date
from forms.casework.machine import Machine
from forms.casework.models import Case
from forms.casework.stages import NEW
from forms.casework.undelivered import with_undelivered


class Need(IntEnum):
    """What a case needs, the most pressing first."""

    UNDELIVERED = 0
    OVERDUE = 1
    TODAY = 2
    NEW = 3
    LATER = 4
    CLOSED = 5


def needs(machine: Machine, today: date) -> list[tuple[Need, Q]]:
    """The condition of each need, in the order in which they are asked.

    A closed case needs nothing, whatever day still stands in it, unless what we wrote
    in the end has not reached its person, or it was to come back on a day that is here.
    """
    closing = [step.key for step in machine.steps if step.closes]
    closed = [stage for step in closing for stage in machine.stages_in(step)]
    new = machine.stages_in(machine.steps[0].key)
    return [
        (Need.UNDELIVERED, Q(is_undelivered=True)),
        (Need.CLOSED, Q(stage__in=closed) & ~Q(deferred_until__lte=today)),
        (Need.OVERDUE, Q(answer_by__lt=today)),
        (Need.TODAY, Q(answer_by=today)),
        (Need.NEW, Q(stage__in=new)),
    ]


def with_need(
    cases: QuerySet[Case], machine: Machine, today: date
) -> QuerySet[Any, Any]:
    """Cases of one kind with `need`: what each needs today; and `is_undelivered`."""
    conditions = [When(q, then=Value(int(need))) for need, q in needs(machine, today)]
    otherwise = Value(int(Need.LATER))
    return with_undelivered(cases).annotate(
        need=Choose(*conditions, default=otherwise, output_field=IntegerField())
    )


# Within one need whoever was promised the earliest day comes first, then the newest.
MOST_PRESSING_FIRST = (
    F("need").asc(),
    F("answer_by").asc(nulls_last=True),
    F("received_at").desc(),
    F("pk").desc(),
)


def need_of(case: Case, today: date) -> Need:
    """What one case needs today; of its mails it knows as much as `with_need` told."""
    if getattr(case, "is_undelivered", False):
        return Need.UNDELIVERED
    return _by_day(case, today)


def _by_day(case: Case, today: date) -> Need:
    if case.is_closed and not case.is_back:
        return Need.CLOSED
    if case.answer_by is not None and case.answer_by <= today:
        return Need.OVERDUE if case.answer_by < today else Need.TODAY
    return Need.NEW if case.is_new else Need.LATER


def need_in_words(case: Case, today: date) -> str:
    """Why a case stands where it stands in the list; empty where nothing is to do."""
    if need_of(case, today) is Need.UNDELIVERED:
        words = [_("An e-mail could not be delivered"), _day_in_words(case, today)]
        return ". ".join(word for word in words if word)
    return _day_in_words(case, today)


def _day_in_words(case: Case, today: date) -> str:
    need = _by_day(case, today)
    day = plain_date(case.answer_by) if case.answer_by else ""
    if need is Need.OVERDUE and case.is_closed:
        return _("Come back to it: that was due on %(day)s") % {"day": day}
    if need is Need.OVERDUE:
        return _("Overdue: answer was due by %(day)s") % {"day": day}
    if need is Need.TODAY:
        return _("Come back to it today") if case.deferred_until else _("Answer today")
    if need is Need.NEW:
        return _("New: answer by %(day)s") % {"day": day} if day else str(NEW.name)
    if need is Need.CLOSED or not day:
        return ""
    if case.deferred_until:
        return _("Waiting until %(day)s") % {"day": day}
    return _("Answer by %(day)s") % {"day": day}
