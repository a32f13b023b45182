"""Closed days and cover: whom they count for, whom they keep from work."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cms.mail import OutboundEmail
from cms.roles import Role
from forms.casework.errors import PersonAway
from forms.casework.notices import told_of
from forms.casework.services import assign_case
from sites.closed_days import closed_days, working_day_after
from sites.cover import away, stands_in
from sites.memberships import revoke
from sites.models import ClosedDay, Cover, FormTerms, Service
from sites.working_days import add_working_days, is_working_day
from tests.casework.factories import make_case
from tests.factories import make_staff

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2029, 12, 31))
NEAR = st.sets(st.integers(0, 40), max_size=25)
TODAY = dt.date(2027, 3, 8)


@given(start=DAYS, number=st.integers(0, 12), near=NEAR)
def test_a_promised_day_is_worked_and_so_many_worked_days_lie_before_it(
    start, number, near
):
    closed = {start + dt.timedelta(days=n) for n in near}

    day = add_working_days(start, number, closed=closed)

    after = [start + dt.timedelta(days=n + 1) for n in range((day - start).days)]
    worked = [d for d in after if is_working_day(d, closed=closed)]
    assert len(worked) == number
    assert not number or worked[-1] == day
    assert closed.isdisjoint(worked)


@given(start=DAYS, number=st.integers(0, 12), near=NEAR)
def test_a_closed_day_never_brings_a_promise_forward(start, number, near):
    closed = {start + dt.timedelta(days=n) for n in near}

    assert add_working_days(start, number, closed=closed) >= add_working_days(
        start, number
    )


@given(links=st.dictionaries(st.integers(1, 8), st.integers(1, 8), max_size=8))
def test_whoever_stands_in_is_here_and_is_found_whenever_the_chain_ends(links):
    covers = {
        person: SimpleNamespace(deputy_id=deputy, deputy=deputy)
        for person, deputy in links.items()
    }

    for person in links:
        found = stands_in(person, covers)

        follow, seen = links[person], {person}
        while follow in links and follow not in seen:
            seen.add(follow)
            follow = links[follow]
        assert found == (None if follow in seen else follow)
        assert found not in links


def test_the_closed_days_of_one_service_are_not_another_s(gwynedd, devon):
    tuesday = dt.date(2027, 3, 9)
    ClosedDay.objects.create(site=gwynedd, day=tuesday)

    assert closed_days(gwynedd) == {tuesday}
    assert closed_days(devon) == set()
    assert working_day_after(gwynedd, TODAY, 1) == dt.date(2027, 3, 10)
    assert working_day_after(devon, TODAY, 1) == tuesday


def a_week_away(site, person, deputy, since=TODAY):
    return Cover.objects.create(
        site=site,
        person=person,
        deputy=deputy,
        starts_on=since,
        ends_on=since + dt.timedelta(days=6),
    )


def test_somebody_is_away_from_the_first_day_to_the_last(gwynedd, coordinator, manager):
    cover = a_week_away(gwynedd, coordinator, manager)

    days = [TODAY + dt.timedelta(days=n) for n in (-1, 0, 6, 7)]

    assert [away(gwynedd, day) for day in days] == [
        {},
        {coordinator.pk: cover},
        {coordinator.pk: cover},
        {},
    ]


@pytest.fixture
def covered(gwynedd, coordinator, manager):
    return a_week_away(gwynedd, coordinator, manager, since=timezone.localdate())


def test_a_young_person_s_case_is_not_given_to_somebody_who_is_away(
    gwynedd, coordinator, manager, covered
):
    young = make_case(gwynedd, kind="referrals", from_young=True)
    grown_up = make_case(gwynedd, kind="referrals")

    with pytest.raises(PersonAway, match="Mair"):
        assign_case(case=young, to=coordinator, by=manager)
    assign_case(case=grown_up, to=coordinator, by=manager)
    assign_case(case=young, to=manager, by=manager)

    young.refresh_from_db()
    assert (young.assignee, grown_up.assignee) == (manager, coordinator)


def test_whoever_is_away_is_told_through_their_deputy(
    gwynedd, coordinator, manager, covered
):
    service = Service.objects.get(site=gwynedd)
    service.set_terms("referrals", FormTerms(told=("coordinator",)))
    service.save()

    told = told_of(service, "referrals")
    covered.delete()

    assert told == [(manager.email, "en")]
    assert told_of(service, "referrals") == [(coordinator.email, "en")]


def test_each_form_tells_whom_its_terms_name(gwynedd, coordinator, manager):
    service = Service.objects.get(site=gwynedd)
    terms = FormTerms(told=("mailbox",), told_people=(manager.pk,))
    service.set_terms("referrals", terms)
    service.save()

    make_case(gwynedd, kind="referrals")
    make_case(gwynedd, kind="applications")

    sent = OutboundEmail.objects.filter(template="casework/new_case").order_by("pk")
    assert [(mail.to, mail.language) for mail in sent] == [
        ("iv@gwynedd.example", "both"),
        (manager.email, "en"),
        ("iv@gwynedd.example", "both"),
    ]


def test_when_the_people_named_have_left_the_service_is_told(
    gwynedd, coordinator, devon
):
    stranger = make_staff(devon, Role.COORDINATOR)
    service = Service.objects.get(site=gwynedd)
    named = FormTerms(told=(), told_people=(coordinator.pk, stranger.pk))
    service.set_terms("referrals", named)

    here = told_of(service, "referrals")
    revoke(user=coordinator, site=gwynedd, role=Role.COORDINATOR)

    assert here == [(coordinator.email, "en")]
    assert told_of(service, "referrals") == [("iv@gwynedd.example", "both")]
