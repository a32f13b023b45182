"""The stages of a request: who may say what, and what comes round again."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms.casework.errors import DateMissing, FactMissing, MoveNotAllowed
from forms.casework.models import Case
from forms.casework.queries import to_be_seen_to
from forms.casework.services import move_case
from forms.referrals.stages import MACHINE
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db

STEPS = {
    "new": ["received", "needs_information"],
    "explaining": ["explain_first", "explained", "declined"],
    "waiting": ["waiting"],
    "meeting": [
        *("profile_visit", "shortlisted", "choosing", "introductions", "agreed"),
        "objects_to_visitor",
    ],
    "matched": ["matched", "paused", "ending_planned"],
    "closed": ["objected", "not_in_interests", "handed_over", "closed"],
}


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def request_(gwynedd):
    return make_case(gwynedd, kind="referrals")


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def go(case, *ways, by):
    """Move through stages, each with the reason that it needs."""
    for way in ways:
        to, _dot, reason = way.partition(".")
        move_case(case=case, to=to, by=by, reason=reason)


def test_the_plain_steps_hold_the_stages_of_the_service():
    assert {s.key: MACHINE.stages_in(s.key) for s in MACHINE.steps} == STEPS


def test_who_works_by_steps_comes_from_new_to_matched(request_, coordinator):
    taken = []
    for step in ("explaining", "waiting", "meeting", "matched"):
        taken.append(MACHINE.next_steps(request_.stage)[step])
        reasons = MACHINE.stage(taken[-1]).reasons
        why = reasons[0].key if reasons else ""
        move_case(case=request_, to=taken[-1], by=coordinator, reason=why)

    assert taken == ["explain_first", "waiting", "introductions", "matched"]


def test_no_plain_step_says_that_a_child_declined_or_objected():
    meant = {w for s in MACHINE.stages for w in MACHINE.next_steps(s.key).values()}

    assert meant.isdisjoint(["declined", "objects_to_visitor", "paused", "objected"])
    offered = [way.stage.key for way in MACHINE.ways_on("matched", by_stage=False)]
    assert offered == ["waiting", "declined", "objects_to_visitor", "paused"]


@pytest.mark.parametrize("stage", ["objected", "not_in_interests"])
def test_an_objection_names_who_decided_and_comes_round(request_, coordinator, stage):
    day, who = in_days(180), {"decided_by": "Mari, IRO", "why": "See the review"}
    for said, error in [
        ({"until": day}, FactMissing),
        ({"until": day, "facts": {"decided_by": " "}}, FactMissing),
        ({"facts": who}, DateMissing),
    ]:
        with pytest.raises(error):
            move_case(case=request_, to=stage, by=coordinator, **said)

    move_case(case=request_, to=stage, by=coordinator, until=day, facts=who)

    kept = Case.objects.filter(pk=request_.pk)
    assert kept.get().is_closed
    with time_machine.travel(day - timedelta(days=1)):
        assert not to_be_seen_to(kept, timezone.localdate()).exists()
    with time_machine.travel(day):
        assert to_be_seen_to(kept, timezone.localdate()).exists()


def test_declined_for_now_stays_open_and_has_its_day(request_, coordinator):
    with pytest.raises(DateMissing):
        move_case(case=request_, to="declined", by=coordinator)

    move_case(case=request_, to="declined", by=coordinator, until=in_days(90))

    request_.refresh_from_db()
    assert (request_.is_closed, request_.deferred_until) == (False, in_days(90))


def test_who_objects_to_one_visitor_keeps_their_place(request_, coordinator):
    received = request_.received_at
    ways = (
        "waiting.none_near",
        "choosing",
        "objects_to_visitor",
        "waiting.child_asked",
    )
    go(request_, *ways, by=coordinator)

    request_.refresh_from_db()
    assert (request_.received_at, request_.stage_reason) == (received, "child_asked")


def test_an_ended_match_can_be_considered_again(request_, coordinator):
    ways = ("waiting.no_visitor", "introductions", "matched", "closed.visitor_resigned")
    go(request_, *ways, by=coordinator)
    assert Case.objects.get(pk=request_.pk).is_closed

    go(request_, "waiting.no_visitor", by=coordinator)

    assert not Case.objects.get(pk=request_.pk).is_closed


def test_nobody_is_matched_unmet_and_nothing_is_skipped_back(request_, coordinator):
    for to in ("matched", "agreed", "introductions", "paused", "received"):
        with pytest.raises(MoveNotAllowed):
            move_case(case=request_, to=to, by=coordinator)

    assert request_.stagemoves.count() == 0


def test_an_objection_is_nobodys_but_staffs():
    [ask] = MACHINE.stage("objected").asks
    assert ask.key == "decided_by"
    assert "objected" not in MACHINE.initial
    assert not MACHINE.withdrawn


def test_whoever_works_by_steps_can_do_what_the_law_asks():
    for stage in MACHINE.stages:
        ways = {way.stage.key for way in MACHINE.ways_on(stage.key, by_stage=False)}
        reached = ways | {out.key for out in MACHINE.exits(stage.key)}
        if not MACHINE.closes(stage.key) and stage.key != "declined":
            assert {"declined", "objected", "not_in_interests"} <= reached, stage.key


def test_what_comes_to_an_end_can_begin_again():
    for stage in MACHINE.stages_in("closed"):
        assert {"explain_first"} <= set(MACHINE.stage(stage).to)
