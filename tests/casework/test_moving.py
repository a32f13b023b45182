"""How a case moves, and what service and database refuse."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from forms.casework.errors import (
    DateMissing,
    DatePast,
    MovedMeanwhile,
    MoveNotAllowed,
    NothingAwaited,
    ReasonMissing,
)
from forms.casework.kinds import NoInbox
from forms.casework.models import Case, StageMove
from forms.casework.services import move_case, move_to_step, set_answer_by
from forms.casework.stages import PLAIN
from sites.closed_days import working_day_after
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(two_authorities):
    return make_case(two_authorities[0])


@pytest.fixture
def mari(two_authorities):
    return make_staff(two_authorities[0], "coordinator", first_name="Mari")


def test_declared_moves_are_made_and_counted(two_authorities, mari, plain):
    case = make_case(two_authorities[0], kind="referrals")
    for to in ("talking", "checks", "ready"):
        move_case(case=case, to=to, by=mari, why=f"to {to}")
    move_case(case=case, to="closed", by=mari, reason="done")

    moves = [
        (m.sequence, m.from_stage, m.to_stage, m.why) for m in case.stagemoves.all()
    ]
    assert moves == [
        (1, "new", "talking", "to talking"),
        (2, "talking", "checks", "to checks"),
        (3, "checks", "ready", "to ready"),
        (4, "ready", "closed", ""),
    ]
    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("closed", "done")


def test_a_closed_case_reopens_without_its_reason(case, mari):
    move_case(case=case, to="withdrawn", by=mari, reason="moved")
    move_case(case=case, to="screening", by=mari)

    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("screening", "")


UNDECLARED = [
    (a.key, b.key) for a in PLAIN.stages for b in PLAIN.stages if b.key not in a.to
]


@pytest.mark.parametrize(("from_stage", "to_stage"), UNDECLARED)
def test_no_other_move_is_made_by_service_or_database(
    two_authorities, mari, plain, from_stage, to_stage
):
    case = make_case(two_authorities[0], kind="referrals")
    reason = "done" if from_stage == "closed" else ""
    Case.objects.filter(pk=case.pk).update(stage=from_stage, stage_reason=reason)
    case.refresh_from_db()

    with pytest.raises(MoveNotAllowed):
        move_case(case=case, to=to_stage, by=mari, reason="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        StageMove.objects.create(
            case=case,
            sequence=1,
            from_stage=from_stage,
            to_stage=to_stage,
            reason="done" if to_stage == "closed" else "",
        )


@pytest.mark.parametrize(
    "facts",
    [
        {"stage": "talking"},  # Of other kinds.
        {"stage": "withdrawn"},  # Without its reason.
        {"stage": "withdrawn", "stage_reason": "we_ended"},  # With another's.
        {"stage": "screening", "stage_reason": "other"},
        {"stage": "deferred"},  # Without its day.
        {"stage": "screening", "deferred_until": timezone.localdate()},
        {"kind": "referrals"},
        {"kind": "nobodys"},
    ],
)
def test_no_case_stands_where_nothing_is_declared(case, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**facts)


def test_a_move_is_of_the_kind_of_its_case(case, mari):
    move = move_case(case=case, to="screening", by=mari)

    with pytest.raises(IntegrityError), transaction.atomic():
        StageMove.objects.filter(pk=move.pk).update(
            kind="referrals", from_stage="received", to_stage="explained"
        )


def test_the_same_sequence_is_refused_by_the_database(case, mari):
    move_case(case=case, to="screening", by=mari)

    for sequence in (0, 1):
        with pytest.raises(IntegrityError), transaction.atomic():
            StageMove.objects.create(
                case=case,
                sequence=sequence,
                from_stage="screening",
                to_stage="checks",
            )


@pytest.mark.parametrize("reason", ["", "we_ended", "done"])
def test_closing_takes_a_reason_of_the_stage(case, mari, reason):
    with pytest.raises(ReasonMissing):
        move_case(case=case, to="withdrawn", by=mari, reason=reason)
    assert case.stagemoves.count() == 0


def test_who_saw_an_older_stage_is_told(case, mari):
    move_case(case=case, to="screening", by=mari)

    for stale in ("submitted", "talking"):
        with pytest.raises(MovedMeanwhile):
            move_case(case=case, to="checks", by=mari, seen=stale)
        with pytest.raises(MovedMeanwhile):
            move_to_step(case=case, step="checks", by=mari, seen=stale)


def test_a_plain_step_takes_its_usual_stage(case, mari):
    for step in ("talking", "checks", "ready", "checks", "talking"):
        move_to_step(case=case, step=step, by=mari)
    with pytest.raises(MoveNotAllowed, match="from “Talking” to “Ready”"):
        move_to_step(case=case, step="ready", by=mari)

    assert [move.to_stage for move in case.stagemoves.all()] == [
        "screening",
        "checks",
        "approved",
        "checks",
        "screening",
    ]


def test_a_deferred_case_comes_back_on_its_day(case, mari):
    today = timezone.localdate()
    day = today + timedelta(days=30)

    with pytest.raises(DateMissing):
        move_case(case=case, to="deferred", by=mari)
    with pytest.raises(DatePast):
        move_case(case=case, to="deferred", by=mari, until=today)
    move_case(case=case, to="deferred", by=mari, until=day)

    case.refresh_from_db()
    assert (case.deferred_until, case.answer_by, case.is_due) == (day, day, False)
    assert [move.deferred_until for move in case.stagemoves.all()] == [day]
    with time_machine.travel(day + timedelta(hours=12), tick=False):
        assert (case.is_due, case.is_overdue) == (True, False)
    move_case(case=case, to="screening", by=mari)
    case.refresh_from_db()
    assert case.deferred_until is None


def test_a_move_answers_and_promises_the_next_day(two_authorities, case, mari):
    site = two_authorities[0]
    today = timezone.localdate()

    move_case(case=case, to="screening", by=mari)
    promised = case.answer_by
    move_case(case=case, to="withdrawn", by=mari, reason="moved")

    assert promised == working_day_after(site, today, 10)
    case.refresh_from_db()
    assert case.answer_by is None


def test_staff_set_another_day_and_the_case_remembers(case, mari):
    day = timezone.localdate() + timedelta(days=3)

    set_answer_by(case=case, day=day, by=mari)
    again = set_answer_by(case=case, day=day, by=mari)
    set_answer_by(case=case, day=None, by=mari)
    move_case(case=case, to="withdrawn", by=mari, reason="moved")
    with pytest.raises(NothingAwaited):
        set_answer_by(case=case, day=day, by=mari)

    changes = [(c.before, c.after, c.by) for c in case.daychanges.all()]
    assert again is None
    assert changes == [(None, day, mari), (day, None, mari)]


def test_a_case_opens_only_where_its_machine_begins(two_authorities):
    site = two_authorities[0]

    assert make_case(site, stage="enquiry").stage == "enquiry"
    with pytest.raises(ValueError, match="opens at “matched”"):
        make_case(site, stage="matched")
    with pytest.raises(NoInbox):
        make_case(site, kind="news")
