"""An ended match goes after six years, or with either of its cases; a hold keeps it."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.retention import dry_run, erase
from forms.casework.holding.services import hold_case
from forms.matches.models import Match
from forms.matches.services import Afterwards, end
from tests.matches.factories import days_ago, seen_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]


@pytest.fixture
def ended(appointed):
    return end(
        match=appointed,
        on=days_ago(1),
        reason="notice_given",
        by=None,
        seen=seen_of(appointed),
        afterwards=Afterwards(reason="no_visitor"),
    )


def goes_on(day):
    with time_machine.travel(timezone.make_aware(dt.datetime.combine(day, dt.time(9)))):
        return [j.reference for j in dry_run() if j.name == "matches.ended"]


def six_years_after(day):
    return (
        day.replace(year=day.year + 6)
        if day.day < 29
        else dt.date(day.year + 6, day.month, 28)
    )


def test_it_goes_when_six_years_are_over_and_a_hold_keeps_it(ended, coordinator):
    day = six_years_after(ended.ended_on)
    before = goes_on(day - dt.timedelta(days=4))
    after = goes_on(day + dt.timedelta(days=4))
    hold_case(case=ended.request, why="A complaint", by=coordinator)

    assert (before, after) == ([], [str(ended)])
    assert goes_on(day + dt.timedelta(days=4)) == []


def test_one_that_goes_on_has_no_last_day(appointed):
    assert goes_on(timezone.localdate() + dt.timedelta(days=3650)) == []


def test_it_goes_with_either_of_its_cases(ended):
    erase(ended.volunteer)

    assert not Match.objects.exists()
    assert type(ended.request).objects.filter(pk=ended.request_id).exists()
