"""Applications from before they had stages of their own keep their whole story."""

from importlib import import_module

import pytest
from django.apps import apps

from forms.casework.declared import write_declared
from forms.casework.models import Case, Passage, StageMove, Standing
from forms.casework.stages import PLAIN
from tests.casework.factories import make_case

pytestmark = pytest.mark.django_db
migration = import_module("forms.applications.migrations.0003_own_stages")

STORIES = [
    ([], []),
    (
        ["talking", "checks", "talking", "checks", "ready", "checks", "ready"],
        [
            "screening",
            "checks",
            "screening",
            "checks",
            "approved",
            "checks",
            "approved",
        ],
    ),
    (["closed.withdrew", "talking"], ["withdrawn.other", "screening"]),
    (["talking", "closed.not_now"], ["screening", "not_progressed.not_now"]),
    (["closed.no_answer"], ["not_progressed.no_answer"]),
    (["closed.done"], ["not_progressed.other"]),
    (["closed.passed_on"], ["transferred."]),
    (
        ["talking", "checks", "ready", "closed.done", "talking"],
        ["screening", "checks", "approved", "left.finished", "screening"],
    ),
    (
        ["talking", "checks", "ready", "closed.other"],
        ["screening", "checks", "approved", "left.other"],
    ),
]


def parts(place):
    stage, _dot, reason = place.partition(".")
    return stage, reason


@pytest.fixture(autouse=True)
def names_of_today(monkeypatch):
    """The migration runs on today's tables, where the columns have new names."""
    monkeypatch.setattr(migration, "OF_CASE", "stage_reason")
    monkeypatch.setattr(migration, "OF_MOVE", "reason")


@pytest.fixture
def plain(gwynedd):
    """The plain machine declared for applications, as once it was."""
    for stage, reason in PLAIN.standings():
        facts = {"kind": "applications", "stage": stage.key, "reason": reason}
        closed = {"closed": PLAIN.closes(stage.key), "step": stage.step}
        Standing.objects.get_or_create(**facts, defaults=closed)
    for from_, to, reason in PLAIN.passages():
        move = {"from_stage": from_, "to_stage": to, "reason": reason}
        Passage.objects.get_or_create(kind="applications", **move)
    return gwynedd


def tell(case, places):
    """Write the moves as they stood in the database."""
    at, reason = "new", ""
    for number, place in enumerate(places, start=1):
        before, (at, reason) = at, parts(place)
        StageMove.objects.create(
            case=case,
            sequence=number,
            from_stage=before,
            to_stage=at,
            reason=reason,
        )
    Case.objects.filter(pk=case.pk).update(stage=at, stage_reason=reason)


@pytest.mark.parametrize(("places", "expected"), STORIES)
def test_what_stood_at_plain_stages_goes_over(plain, places, expected):
    case, other = make_case(plain), make_case(plain, kind="referrals")
    tell(case, places)

    migration.go_over(apps, None)
    write_declared()

    case.refresh_from_db()
    moves = case.stagemoves.order_by("sequence")
    assert [f"{m.to_stage}.{m.reason}" for m in moves] == [
        ".".join(parts(place)) for place in expected
    ]
    assert [m.from_stage for m in moves] == [
        parts(place)[0] for place in ["submitted", *expected][:-1]
    ][: len(expected)]
    last = ["submitted", *expected][-1]
    assert (case.stage, case.stage_reason) == parts(last)
    assert Case.objects.get(pk=other.pk).stage == "received"
    left = Standing.objects.filter(kind="applications", stage="talking")
    assert not left.exists()


def test_a_case_put_somewhere_without_a_move_goes_over_too(plain):
    case = make_case(plain)
    Case.objects.filter(pk=case.pk).update(stage="closed", stage_reason="withdrew")

    migration.go_over(apps, None)

    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("withdrawn", "other")
