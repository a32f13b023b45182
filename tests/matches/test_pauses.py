"""A match may be paused: that ends nothing, and visits go on after it."""

import datetime as dt

import pytest
from django.utils import timezone

from forms.casework.services import move_case
from forms.matches.models import Match
from forms.matches.queries import has_visitor
from forms.matches.services import Afterwards, end
from tests.matches.factories import days_ago, seen_of, stages

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
LATER = timezone.localdate() + dt.timedelta(days=90)


def test_a_pause_ends_no_match_and_visits_go_on_after_it(volunteer, child, appointed):
    child.refresh_from_db()
    move_case(case=child, to="paused", by=None, until=LATER)
    appointed.refresh_from_db()
    while_paused = (appointed.goes_on, has_visitor(child), stages(volunteer, child))
    move_case(case=child, to="matched", by=None)

    assert while_paused == (True, True, [("matched", ""), ("paused", "")])
    assert stages(volunteer, child) == [("matched", ""), ("matched", "")]
    assert list(Match.objects.going_on()) == [appointed]


def test_an_appointment_ends_out_of_a_pause_too(volunteer, child, appointed):
    child.refresh_from_db()
    move_case(case=child, to="paused", by=None, until=LATER)

    end(
        match=appointed,
        on=days_ago(1),
        reason="notice_given",
        by=None,
        seen=seen_of(appointed),
        afterwards=Afterwards(reason="none_fitting"),
    )

    assert stages(volunteer, child) == [("approved", ""), ("waiting", "none_fitting")]
