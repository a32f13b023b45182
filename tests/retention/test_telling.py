"""Managers hear once a week of what is past its day and not filed."""

import datetime as dt

import pytest
import time_machine

from cms.models import OutboundEmail
from forms.casework.filing.services import file_case
from sites.keeping.jobs import tell_what_is_not_filed
from tests.factories import make_staff
from tests.retention.conftest import CLOSED_ON, noon

pytestmark = pytest.mark.django_db
PAST = dt.date(2025, 5, 4)


def told(day):
    before = set(OutboundEmail.objects.values_list("pk", flat=True))
    with time_machine.travel(noon(day), tick=False):
        tell_what_is_not_filed()
    return OutboundEmail.objects.exclude(pk__in=before)


def test_managers_are_told_weekly_until_it_is_filed_and_nobody_else(
    gwynedd, devon, manager, coordinator, closed
):
    make_staff(devon, "manager")
    case = closed(gwynedd, kind="referrals")

    early = told(dt.date(2025, 5, 2)).count()
    [mail] = told(PAST)
    twice = told(PAST).count()
    next_week = told(PAST + dt.timedelta(days=7)).count()
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)
    filed = told(PAST + dt.timedelta(days=14)).count()

    assert (early, twice, next_week, filed) == (0, 0, 1, 0)
    assert (mail.to, mail.site) == (manager.email, gwynedd)
    said = mail.context[mail.language]
    assert said["count"] == 1
    assert "/admin/keeping/" in said["url"]
    assert case.reference not in str(mail.context)


def test_what_needs_no_filing_troubles_nobody(gwynedd, manager, closed):
    closed(gwynedd)
    closed(gwynedd, kind="referrals", end={"reason": "junk"})

    assert told(PAST).count() == 0
