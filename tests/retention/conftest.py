"""Gwynedd and Devon, their managers, and cases that were closed some time ago."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.retention import dry_run, purge_due
from forms.casework.services import move_case
from tests.casework.factories import make_case
from tests.factories import make_staff

CLOSED_ON = dt.date(2024, 5, 3)
ENDS = {
    "applications": {"to": "not_progressed", "reason": "not_now"},
    "referrals": {"to": "closed", "reason": "not_looked_after"},
}


def noon(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def devon(two_authorities):
    return two_authorities[1]


@pytest.fixture
def manager(gwynedd):
    return make_staff(gwynedd, "manager", first_name="Mair")


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def closed():
    """Make a case that came and was closed on the day."""

    def make(site, kind="applications", on=CLOSED_ON, **changes):
        end = {**ENDS[kind], **changes.pop("end", {})}
        case = make_case(site, kind=kind, at=noon(on), **changes)
        move_case(case=case, by=None, at=noon(on) + dt.timedelta(hours=1), **end)
        return case

    return make


@pytest.fixture
def on():
    """Dry run, then purge on a day: what both say, which must be the same."""

    def run(day, site=None):
        with time_machine.travel(noon(day), tick=False):
            said = [judged.reference for judged in dry_run(day, site)]
            done = [judged.reference for judged in purge_due(site)]
        assert said == done
        return done

    return run
