"""Requests from before they had stages of their own: a no stays what it was."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from forms.casework.declared import write_declared
from forms.casework.models import Case, Standing
from forms.casework.stages import PLAIN
from tests.applications.test_going_over import parts, tell
from tests.casework.factories import make_case

pytestmark = pytest.mark.django_db
migration = import_module("forms.referrals.migrations.0003_own_stages")


@pytest.fixture
def case(gwynedd):
    """A request at the plain stages, as once they were declared."""
    for stage, reason in PLAIN.standings():
        facts = {"kind": "referrals", "stage": stage.key, "reason": reason}
        closed = {"closed": PLAIN.closes(stage.key), "step": stage.step}
        Standing.objects.get_or_create(**facts, defaults=closed)
    migrated = make_case(gwynedd, kind="referrals")
    for from_, to, reason in PLAIN.passages():
        move = {"from_stage": from_, "to_stage": to, "reason": reason}
        migration._declare(apps, "Passage", **move)
    return migrated


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], "received."),
        (["talking"], "explain_first."),
        (["talking", "checks"], "explained."),
        (["talking", "checks", "ready"], "waiting.no_visitor"),
        (["closed.not_now"], "declined."),
        (["talking", "closed.passed_on"], "handed_over."),
        (["closed.withdrew"], "closed.other"),
        (["closed.done", "talking"], "explain_first."),
    ],
)
def test_what_stood_at_plain_stages_goes_over(case, places, expected):
    tell(case, places)

    migration.go_over(apps, None)
    write_declared()

    kept = Case.objects.get(pk=case.pk)
    assert f"{kept.stage}.{kept.stage_reason}" == expected
    last = case.stagemoves.order_by("sequence").last()
    assert last is None or (last.to_stage, last.reason) == parts(expected)
    comes_back = timezone.localdate() + timedelta(days=90)
    assert kept.deferred_until == (comes_back if "declined" in expected else None)
