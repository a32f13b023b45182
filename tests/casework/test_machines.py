"""Machines: what is wrong with one, and that any sequence of moves stays legal."""

import dataclasses
from datetime import timedelta

import pytest
from django.core.checks import run_checks
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.applications.admin import ApplicationInbox
from forms.applications.stages import MACHINE
from forms.casework import kinds
from forms.casework.declared import CasesAtUndeclaredStage, write_declared
from forms.casework.errors import CaseworkError
from forms.casework.faults import faults
from forms.casework.kinds import machine_of
from forms.casework.machine import Ask, Machine, Reason, Stage, Step
from forms.casework.models import Case, Passage, Standing
from forms.casework.services import move_case, move_to_step
from forms.casework.stages import PLAIN
from forms.referrals.stages import MACHINE as REQUESTS
from tests.casework.factories import make_case

NEW = Step(key="new", name="New")
END = Step(key="end", name="End", closes=True)
ASKED = Stage(key="asked", name="Asked", step="new", to=("gone",))
GONE = Stage(key="gone", name="Gone", step="end")


def machine(*stages, steps=(NEW, END), initial=("asked",)):
    return Machine(steps=steps, stages=stages, initial=initial)


def but(stage, **changes):
    return dataclasses.replace(stage, **changes)


ASKING = [
    {"reasons": (Reason(key="why", name="Why"),)},
    {"dated": True},
    {"asks": (Ask(key="who", label="Who"),)},
]
BAD = [
    (machine(ASKED, GONE, initial=()), ["It has no initial stage."]),
    (machine(ASKED, GONE, initial=("x",)), ["The initial stage “x” is not declared."]),
    (
        machine(ASKED, GONE, initial=("asked", "gone")),
        ["A case would be closed when it opens, at “gone”."],
    ),
    (
        machine(ASKED, but(GONE, step="x")),
        [
            "The stage “gone” lies in “x”, which is no step.",
            "No stage lies in the step “end”.",
        ],
    ),
    (
        machine(ASKED, GONE, but(GONE, key="lost")),
        ["The stage “lost” cannot be reached."],
    ),
    (
        machine(but(ASKED, to=("gone", "stuck")), GONE, but(ASKED, key="stuck", to=())),
        ["From “stuck” a case can never be closed."],
    ),
    (
        machine(but(ASKED, to=("x", "gone")), GONE),
        ["No case can move from “asked” to “x”."],
    ),
    (
        machine(but(ASKED, to=("asked",)), GONE),
        ["No case can move from “asked” to “asked”."],
    ),
    (machine(ASKED, ASKED, GONE), ["The stage “asked” is declared twice."]),
    (
        machine(but(ASKED, key="Asked!"), GONE),
        ["The stage “Asked!” is no key: small letters, digits, “_”."],
    ),
    (
        machine(ASKED, but(GONE, asks=(Ask(key="Who?", label="Who"),))),
        ["The question of “gone” “Who?” is no key: small letters, digits, “_”."],
    ),
    *(
        (
            machine(but(ASKED, **asking), GONE),
            ["Cases open at “asked”, where nobody is there to be asked anything."],
        )
        for asking in ASKING
    ),
    *(
        (
            dataclasses.replace(machine(ASKED, but(GONE, **asking)), withdrawn="gone"),
            ["Whoever withdraws is asked nothing, and “gone” asks."],
        )
        for asking in ASKING[1:]
    ),
    (
        machine(ASKED, but(GONE, step="new"), steps=(NEW,)),
        ["No step closes a case."],
    ),
    (
        # By steps alone one gets from “new” to the stage “dead”, and no further.
        machine(
            but(ASKED, to=("dead", "live")),
            Stage(key="dead", name="D", step="talk", to=("gone",)),
            Stage(key="live", name="L", step="talk", to=("done",)),
            Stage(key="done", name="D", step="done", to=("gone",)),
            GONE,
            steps=(NEW, Step(key="talk", name="T"), Step(key="done", name="D"), END),
        ),
        ["The step “done” cannot be reached by steps alone."],
    ),
]


@pytest.mark.parametrize(("declared", "said"), BAD)
def test_what_is_wrong_with_a_machine_is_said(declared, said):
    assert faults(declared) == said


@pytest.mark.parametrize("declared", [PLAIN, MACHINE, REQUESTS, machine(ASKED, GONE)])
def test_nothing_is_wrong_with_ours(declared):
    assert faults(declared) == []


def test_a_bad_machine_or_kind_stops_the_start(monkeypatch):
    assert [error for error in run_checks() if "casework" in error.id] == []

    bad = machine(but(ASKED, to=()), GONE)
    monkeypatch.setattr(ApplicationInbox, "machine", bad)
    monkeypatch.setattr(ApplicationInbox, "kind", "referrals")

    errors = [error for error in run_checks() if "casework" in error.id]
    assert [(error.id, error.msg) for error in errors] == [
        (
            "casework.E002",
            "The inbox “ApplicationInbox” is of the kind “referrals”, and its plugin is"
            " “applications”.",
        ),
        *(
            ("casework.E001", f"The machine of “{label}” cannot be worked. {fault}")
            for label, fault in [
                ("applications", "From “asked” a case can never be closed."),
                ("applications", "The stage “gone” cannot be reached."),
                ("applications", "The step “end” cannot be reached by steps alone."),
                ("referrals", "Two inboxes of it follow two machines."),
            ]
        ),
    ]


@pytest.fixture
def cases(gwynedd):
    """A case of each kind, anew for each example."""
    return lambda kind: make_case(gwynedd, kind=kind)


MOVE = st.tuples(
    st.sampled_from(["stage", "step", "exit", "stale"]),
    st.integers(0, 40),
    st.integers(0, 5),
    st.booleans(),
)


def attempt(case, by, how, number, reason, dated):
    """Try one move as a screen or a stranger might; what was refused."""
    declared = case.machine
    until = timezone.localdate() + timedelta(days=number + 1) if dated else None
    try:
        if how == "step":
            step = declared.steps[number % len(declared.steps)].key
            return move_to_step(case=case, step=step, by=by)
        stages = declared.stages
        if how == "exit":
            stages = declared.exits(case.stage) or stages
        stage = stages[number % len(stages)]
        reasons = [r.key for r in stage.reasons] or ["", "made_up"]
        return move_case(
            case=case,
            to=stage.key,
            reason=reasons[reason % len(reasons)],
            until=until,
            seen="nowhere" if how == "stale" else None,
            by=by,
        )
    except CaseworkError:
        return None


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["applications", "referrals"])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tried=st.lists(MOVE, max_size=12))
def test_any_sequence_of_moves_stays_legal_and_is_logged(
    cases, coordinator, kind, tried
):
    with transaction.atomic():
        case = cases(kind)
        declared, opened = case.machine, case.stage
        made = [move for one in tried if (move := attempt(case, coordinator, *one))]

        kept = Case.objects.get(pk=case.pk)
        log = list(kept.stagemoves.order_by("sequence"))
        assert [move.pk for move in log] == [move.pk for move in made]
        assert [move.sequence for move in log] == list(range(1, len(log) + 1))
        at = opened
        for move in log:
            assert move.from_stage == at
            assert move.to_stage in declared.stage(at).to
            assert bool(move.reason) == bool(declared.stage(move.to_stage).reasons)
            assert bool(move.deferred_until) == declared.stage(move.to_stage).dated
            asked = {ask.key for ask in declared.stage(move.to_stage).asks}
            assert set(move.facts or {}) == asked
            assert move.by == coordinator
            at = move.to_stage
        assert kept.stage == at
        # Simple and detailed agree: a step shown is the step of the stage kept.
        assert kept.stage in declared.stages_in(kept.step.key)
        legal = set(kept.standing.to)
        assert set(declared.next_steps(kept.stage).values()) <= legal
        assert not kept.is_closed or kept.answer_by == kept.deferred_until
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_tables_say_what_the_machines_declare():
    write_declared()

    for kind in ("applications", "referrals"):
        rows = Standing.objects.filter(kind=kind).values_list("stage", "reason")
        moves = Passage.objects.filter(kind=kind)
        assert set(rows) == {(s.key, r) for s, r in machine_of(kind).standings()}
        assert set(moves.values_list("from_stage", "to_stage", "reason")) == set(
            machine_of(kind).passages()
        )


@pytest.mark.django_db
def test_a_stage_goes_with_its_declaration_unless_cases_stand_there(
    monkeypatch, gwynedd, coordinator
):
    shorter = Machine(
        steps=(NEW, END),
        stages=(
            Stage(key="new", name="New", step="new", to=("closed",)),
            Stage(key="closed", name="Closed", step="end"),
        ),
        initial=("new",),
    )
    monkeypatch.setitem(kinds.machines(), "referrals", shorter)
    write_declared()
    case = make_case(gwynedd, kind="referrals")
    rows = Standing.objects.filter(kind="referrals")
    assert set(rows.values_list("stage", "step", "closed")) == {
        ("new", "new", False),
        ("closed", "end", True),
    }
    move_case(case=case, to="closed", by=coordinator)

    first, last = shorter.stages
    renamed = (but(first, to=("over",)), but(last, key="over"))
    other = dataclasses.replace(shorter, stages=renamed)
    monkeypatch.setitem(kinds.machines(), "referrals", other)
    with pytest.raises(CasesAtUndeclaredStage, match="stand at “closed”"):
        write_declared()
    Case.objects.filter(pk=case.pk).update(stage="new")
    write_declared()

    moves = Passage.objects.filter(kind="referrals")
    assert set(moves.values_list("from_stage", "to_stage")) == {
        ("new", "over"),
        ("new", "closed"),  # A move of former times needs it.
    }
