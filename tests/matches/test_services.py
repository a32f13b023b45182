"""A match moves both of its cases or neither, and ends as the law has it."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from forms.casework import kinds
from forms.casework.errors import (
    CaseworkError,
    DateMissing,
    FactMissing,
    MovedMeanwhile,
    MoveNotAllowed,
    ReasonMissing,
)
from forms.casework.faults import faults
from forms.casework.joining import Joins, Side
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
from forms.matches.services import Afterwards, appoint, end, introduce, undo
from tests.casework.factories import make_case
from tests.matches.factories import (
    days_ago,
    make_match,
    make_request,
    make_volunteer,
    seen,
    seen_of,
    stages,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
LATER = timezone.localdate() + dt.timedelta(days=90)
NOT_FITTING = Afterwards(reason="none_fitting")
OBJECTION = Afterwards(until=LATER, facts={"decided_by": "The IRO"})


def begin(volunteer, request, **changes):
    facts = {"on": days_ago(3), "by": None, "seen": seen(volunteer, request)}
    return introduce(volunteer=volunteer, request=request, **{**facts, **changes})


def ended(match, reason, **changes):
    facts = {"on": days_ago(1), "by": None, "seen": seen_of(match)}
    return end(match=match, reason=reason, **{**facts, **changes})


def test_an_introduction_and_an_appointment_move_both(volunteer, child, coordinator):
    match = begin(volunteer, child, by=coordinator)
    after_introduction = stages(volunteer, child)
    appoint(match=match, on=days_ago(1), by=coordinator, seen=seen_of(match))

    assert after_introduction == [("introduced", ""), ("introductions", "")]
    assert stages(volunteer, child) == [("matched", ""), ("matched", "")]
    match.refresh_from_db()
    days = (match.introduced_on, match.appointed_on, match.ended_on)
    assert days == (days_ago(3), days_ago(1), None)
    assert match.by == coordinator
    moves = [case.stagemoves.last() for case in (volunteer, child)]
    assert [move.by for move in moves] == [coordinator, coordinator]


def test_where_one_may_not_move_neither_does_and_there_is_no_match(gwynedd, volunteer):
    new = make_case(gwynedd, kind="referrals")

    with pytest.raises(MoveNotAllowed):
        begin(volunteer, new)

    assert stages(volunteer, new) == [("approved", ""), ("received", "")]
    assert not Match.objects.exists()


@pytest.mark.parametrize("side", ["volunteer", "child"])
def test_whoever_saw_another_stage_is_told_and_nothing_moves(request, side, introduced):
    looked = seen_of(introduced)
    case = request.getfixturevalue(side)
    case.refresh_from_db()
    to = {"volunteer": "checks", "child": "agreed"}[side]
    move_case(case=case, to=to, by=None)
    before = seen_of(introduced)

    for act, more in (
        (appoint, {"on": days_ago(1)}),
        (undo, {"afterwards": NOT_FITTING}),
    ):
        with pytest.raises(MovedMeanwhile):
            act(match=introduced, by=None, seen=looked, **more)

    assert seen_of(introduced) == before
    introduced.refresh_from_db()
    assert introduced.appointed_on is None


@pytest.mark.parametrize(
    ("reason", "said", "request_stands"),
    [
        ("visitor_resigned", NOT_FITTING, ("waiting", "none_fitting")),
        ("notice_given", NOT_FITTING, ("waiting", "none_fitting")),
        ("not_looked_after", None, ("closed", "not_looked_after")),
        ("child_objected", OBJECTION, ("objected", "")),
    ],
)
def test_an_end_leaves_the_duty_unless_the_law_ends_it_too(
    volunteer, child, appointed, reason, said, request_stands
):
    ended(appointed, reason, afterwards=said)

    appointed.refresh_from_db()
    assert (appointed.ended_on, appointed.reason) == (days_ago(1), reason)
    assert stages(volunteer, child) == [("approved", ""), request_stands]


@pytest.mark.parametrize(
    ("reason", "said", "error"),
    [
        ("visitor_resigned", None, ReasonMissing),
        ("child_objected", Afterwards(until=LATER), FactMissing),
        ("child_objected", Afterwards(facts={"decided_by": "The IRO"}), DateMissing),
        ("they_quarrelled", NOT_FITTING, EndReasonMissing),
    ],
)
def test_an_end_without_what_its_stage_asks_changes_nothing(
    volunteer, child, appointed, reason, said, error
):
    with pytest.raises(error):
        ended(appointed, reason, afterwards=said)

    appointed.refresh_from_db()
    assert (appointed.ended_on, appointed.reason) == (None, "")
    assert stages(volunteer, child) == [("matched", ""), ("matched", "")]


@pytest.mark.parametrize("stage", ["objects_to_visitor", "closed"])
def test_a_request_that_staff_have_moved_themselves_stays_there(
    volunteer, child, appointed, stage
):
    child.refresh_from_db()
    reason = "not_looked_after" if stage == "closed" else ""
    move_case(case=child, to=stage, by=None, reason=reason)

    ended(appointed, "child_objected")

    assert stages(volunteer, child) == [("approved", ""), (stage, reason)]


def test_a_volunteer_on_a_break_stays_on_it(volunteer, appointed):
    volunteer.refresh_from_db()
    move_case(case=volunteer, to="on_break", by=None)

    ended(appointed, "notice_given", afterwards=NOT_FITTING)

    assert stages(volunteer) == [("on_break", "")]


def test_one_visit_ends_and_the_other_goes_on(gwynedd, volunteer, appointed):
    volunteer.refresh_from_db()
    other = make_match(volunteer, make_request(gwynedd))
    while_introduced = stages(volunteer)
    ended(appointed, "visitor_resigned", afterwards=NOT_FITTING)

    assert while_introduced == [("matched", "")]
    assert stages(volunteer) == [("introduced", "")]
    assert list(Match.objects.going_on()) == [other]


def test_an_introduction_is_taken_back_and_forgotten(volunteer, child, introduced):
    undo(match=introduced, by=None, seen=seen_of(introduced), afterwards=NOT_FITTING)

    assert stages(volunteer, child) == [("approved", ""), ("waiting", "none_fitting")]
    assert not Match.objects.exists()
    assert [move.to_stage for move in child.stagemoves.all()] == [
        *("waiting", "introductions", "waiting"),
    ]


def test_what_is_over_or_out_of_order_is_refused(volunteer, child, appointed):
    with pytest.raises(AppointedAlready):
        appoint(match=appointed, on=days_ago(1), by=None, seen=seen_of(appointed))
    with pytest.raises(AppointedAlready):
        undo(match=appointed, by=None, seen=seen_of(appointed))
    with pytest.raises(HasVisitor):
        begin(*Case.objects.filter(pk__in=(volunteer.pk, child.pk)).order_by("pk"))
    with pytest.raises(TooEarly):
        ended(appointed, "notice_given", on=days_ago(51), afterwards=NOT_FITTING)
    with pytest.raises(StillToCome):
        ended(appointed, "notice_given", on=LATER, afterwards=NOT_FITTING)
    ended(appointed, "notice_given", afterwards=NOT_FITTING)
    with pytest.raises(NotGoingOn):
        ended(appointed, "notice_given", afterwards=NOT_FITTING)


def test_an_introduction_alone_is_not_ended_but_taken_back(introduced):
    with pytest.raises(NotAppointed):
        ended(introduced, "notice_given", afterwards=NOT_FITTING)


def test_only_a_visitor_and_a_child_of_one_service_are_joined(
    gwynedd, devon, volunteer, child
):
    wrong = [
        (volunteer, make_volunteer(gwynedd)),
        (child, volunteer),
        (volunteer, make_request(devon)),
    ]
    for pair in wrong:
        with pytest.raises(CannotBeJoined):
            begin(*pair)

    assert not Match.objects.exists()


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"appointed_on": days_ago(61)}, "match_days"),
        ({"ended_on": days_ago(1), "reason": "notice_given"}, "match_ends"),
        ({"appointed_on": days_ago(9), "ended_on": days_ago(1)}, "match_ends"),
        ({"reason": "notice_given"}, "match_ends"),
        (
            {
                "appointed_on": days_ago(9),
                "ended_on": days_ago(1),
                "reason": "they_quarrelled",
            },
            "match_ends",
        ),
        ({"request_kind": "applications"}, "match_joins"),
    ],
)
def test_the_database_refuses_what_cannot_be(introduced, changes, constraint):
    refused = pytest.raises(IntegrityError, match=constraint)
    with refused, transaction.atomic():
        Match.objects.filter(pk=introduced.pk).update(**changes)


def test_the_database_refuses_a_second_match_and_another_site(
    gwynedd, devon, introduced
):
    pairs = [
        (make_volunteer(gwynedd), introduced.request),
        (make_volunteer(devon), make_request(gwynedd)),
    ]

    for volunteer, request in pairs:
        with pytest.raises(IntegrityError), transaction.atomic():
            Match.objects.create(
                volunteer=volunteer, request=request, introduced_on=days_ago(1)
            )
    assert Match.objects.get() == introduced


@pytest.mark.needs_plugin("fostering")
def test_it_works_with_the_cases_of_a_third_partys_plugin(monkeypatch, gwynedd, child):
    joins = Joins(
        side=Side.VISITOR,
        introduced="talked",
        appointed="visited",
        ended="talked",
        undone="talked",
    )
    machine = dataclasses.replace(kinds.machine_of("fostering"), joins=joins)
    monkeypatch.setitem(kinds.machines(), "fostering", machine)
    theirs = make_case(gwynedd, kind="fostering")

    match = begin(theirs, child)
    appoint(match=match, on=days_ago(1), by=None, seen=seen_of(match))
    there = stages(theirs, child)
    ended(match, "notice_given", afterwards=NOT_FITTING)

    assert faults(machine) == []
    assert there == [("visited", ""), ("matched", "")]
    assert stages(theirs, child) == [("talked", ""), ("waiting", "none_fitting")]


def test_every_refusal_says_why_in_a_sentence():
    mine = [
        error()
        for error in CaseworkError.__subclasses__()
        if error.__module__ == "forms.matches.errors"
    ]

    assert len(mine) == 8
    assert all(str(error).endswith(".") for error in mine)
