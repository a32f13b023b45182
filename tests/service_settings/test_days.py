"""Closed days and cover: whom they count for, whom they keep from work."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.urls import reverse
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
from sites.models import ClosedDay, Cover, FormTerms, Service, SettingChange
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


def rows(prefix, *typed, initial=0):
    data = {
        f"{prefix}-TOTAL_FORMS": len(typed),
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(typed):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_days_and_covers_are_added_logged_and_removed(
    gwynedd, manager, coordinator, client_at
):
    client = client_at(gwynedd, manager)
    day = timezone.localdate() + dt.timedelta(days=30)
    cover = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": day,
        "ends_on": day + dt.timedelta(days=4),
    }
    url = reverse("service_days")

    added = client.post(
        url, rows("closed", {"day": day, "reason": "Training"}) | rows("cover", cover)
    )
    kept = ClosedDay.objects.get(site=gwynedd)
    removed = client.post(
        url,
        rows(
            "closed",
            {"id": kept.pk, "day": day, "reason": "Training", "DELETE": "on"},
            initial=1,
        )
        | rows("cover"),
    )

    assert (added.status_code, removed.status_code) == (302, 302)
    assert kept.day == day
    assert not ClosedDay.objects.exists()
    assert Cover.objects.get(site=gwynedd).deputy == manager
    logged = SettingChange.objects.filter(site=gwynedd).order_by("pk")
    assert [(c.field, c.old, c.new) for c in logged] == [
        ("closed_day", "", f"{day}"),
        ("cover", "", f"Gethin · {day} – {cover['ends_on']}"),
        ("closed_day", f"{day}", ""),
    ]


def test_a_row_of_another_service_is_neither_shown_nor_changed(
    gwynedd, devon, manager, client_at
):
    day = timezone.localdate() + dt.timedelta(days=10)
    theirs = ClosedDay.objects.create(site=devon, day=day, reason="Marker of Devon")
    stranger = make_staff(devon, Role.COORDINATOR, first_name="Stranger")
    client = client_at(gwynedd, manager)
    url = reverse("service_days")

    shown = client.get(url).content.decode()
    client.post(
        url,
        rows("closed", {"id": theirs.pk, "day": day, "DELETE": "on"}, initial=1)
        | rows("cover"),
    )
    refused = client.post(
        url,
        rows("closed")
        | rows(
            "cover",
            {
                "person": stranger.pk,
                "deputy": manager.pk,
                "starts_on": day,
                "ends_on": day,
            },
        ),
    )

    assert "Marker of Devon" not in shown
    assert "Stranger" not in shown
    assert ClosedDay.objects.get() == theirs
    assert refused.status_code == 200
    assert not Cover.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ends_on": "2030-05-01"}, "comes before the first"),
        ({"deputy": "person"}, "somebody else to stand in"),
        ({"starts_on": "soon"}, "Choose a day"),
        ({"deputy": ""}, "Choose somebody"),
    ],
)
def test_a_cover_that_makes_no_sense_is_refused_in_words(
    gwynedd, manager, coordinator, client_at, change, said
):
    row = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": "2030-05-06",
        "ends_on": "2030-05-10",
    } | {k: coordinator.pk if v == "person" else v for k, v in change.items()}

    page = client_at(gwynedd, manager).post(
        reverse("service_days"), rows("closed") | rows("cover", row)
    )

    assert page.status_code == 200
    assert said in page.content.decode()
    assert not Cover.objects.exists()


def test_a_day_twice_and_a_person_away_twice_are_refused(
    gwynedd, manager, coordinator, client_at
):
    day = {"day": "2030-05-06"}
    row = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": "2030-05-06",
        "ends_on": "2030-05-10",
    }
    later = {**row, "starts_on": "2030-05-10", "ends_on": "2030-05-12"}

    page = client_at(gwynedd, manager).post(
        reverse("service_days"), rows("closed", day, day) | rows("cover", row, later)
    )

    said = page.content.decode()
    assert "A day stands here twice" in said
    assert "is away twice at once" in said
    assert not ClosedDay.objects.exists()
