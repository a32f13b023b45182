"""The demo's five requests stand where its file says, whenever it is loaded."""

import pytest
from django.utils import timezone

from forms.casework.models import Case
from forms.referrals import demo
from sites.models import Authority
from sites.register import load_register
from tests.factories import make_service, make_staff

pytestmark = pytest.mark.django_db


def test_five_requests_are_made_once_and_dated_back():
    load_register()
    authority = Authority.objects.get(gss_code="W06000002")
    site = make_service("gwynedd", authority=authority)
    gethin = make_staff(site, "coordinator", email="gethin@gwynedd.example")
    for _time in range(2):
        demo.load(site)

    cases = Case.objects.order_by("received_at")
    told = [
        (case.referral.role, case.stage, case.assignee, case.stagemoves.count())
        for case in cases
    ]
    assert told == [
        ("iro", "waiting", gethin, 3),
        ("social_worker", "declined", gethin, 2),
        ("family", "received", None, 0),
        ("carer", "received", None, 0),
        ("young_person", "received", None, 0),
    ]
    assert [case.has_flag("other_council") for case in cases] == [
        *(False, False, True, False, False),
    ]
    assert all(case.received_at <= timezone.now() for case in cases)
    [declined] = [case for case in cases if case.stage == "declined"]
    assert declined.deferred_until == declined.answer_by > timezone.localdate()
    moments = [move.at for case in cases for move in case.stagemoves.all()]
    assert all(moment <= timezone.now() for moment in moments)
