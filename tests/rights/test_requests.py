"""The list with its clocks, and what is written of a request: for managers alone."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from cms.models import ReadLog
from cms.retention import purge_due
from sites.rights.models import RightsRequest
from sites.rights.services import (
    NotOpen,
    TooLateToExtend,
    change_request,
    end_without_answer,
    extend,
)
from tests.casework.factories import make_case, url
from tests.factories import make_staff
from tests.rights.factories import ASKED, make_request

pytestmark = pytest.mark.django_db
MARKER = "Siân Wyn"
DAY = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)


def of_one(asked, name="request"):
    return reverse(f"rights_{name}", args=[asked.pk])


@time_machine.travel(DAY, tick=False)
def test_a_request_written_down_has_its_day_and_its_officer(staff, gwynedd, manager):
    answer = staff.post(reverse("rights_new"), ASKED)

    asked = RightsRequest.objects.get(site=gwynedd)
    assert answer["Location"] == of_one(asked)
    assert asked.officer == manager
    assert asked.clock_from == dt.date(2026, 1, 5)
    assert asked.answer_by == dt.date(2026, 2, 5)
    assert asked.days_left == 16
    assert asked.name == MARKER + " ap Huw"


@time_machine.travel(DAY, tick=False)
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"received_on": "2026-01-21"}, "This day is still to come."),
        ({"clock_from": "2026-01-04"}, "Give a day from the day of receipt"),
        ({"clock_from": "2026-01-21"}, "Give a day from the day of receipt"),
        ({"name": ""}, "This field is required."),
    ],
)
def test_days_that_cannot_be_are_refused(staff, gwynedd, changes, words):
    answer = staff.post(reverse("rights_new"), {**ASKED, **changes})

    assert words in answer.content.decode()
    assert not RightsRequest.objects.exists()


@time_machine.travel(DAY, tick=False)
def test_the_clock_stands_still_until_it_is_known_who_asks(staff, gwynedd):
    staff.post(reverse("rights_new"), {**ASKED, "identity": "not_yet"})
    asked = RightsRequest.objects.get()

    assert (asked.clock_from, asked.answer_by, asked.days_left) == (None, None, None)
    page = staff.get(of_one(asked)).content.decode()
    assert "The clock stands still" in page
    known = {**ASKED, "identity": "shown", "clock_from": "2026-01-19"}
    staff.post(of_one(asked, "change"), known)
    asked.refresh_from_db()
    assert asked.answer_by == dt.date(2026, 2, 19)


@time_machine.travel(dt.datetime(2026, 2, 9, 12, tzinfo=dt.UTC), tick=False)
def test_the_list_says_who_waits_and_what_is_late(staff, gwynedd):
    late = make_request(gwynedd)
    make_request(
        gwynedd, received_on=dt.date(2026, 2, 9), clock_from=dt.date(2026, 2, 9)
    )
    over = make_request(gwynedd)
    end_without_answer(request=over, state="closed", why="")

    page = staff.get(reverse("rights")).content.decode()

    assert page.count(MARKER) == 3
    assert 'class="iv-rights__late"' in page
    assert "4 days late" in page
    assert "28 days left" in page
    first = page.index(f"/rights/{late.pk}/")
    assert first < page.index(f"/rights/{over.pk}/")


@time_machine.travel(dt.datetime(2026, 2, 2, 12, tzinfo=dt.UTC), tick=False)
def test_the_dashboard_tells_managers_what_is_due_and_names_nobody(
    client_at, staff, gwynedd, coordinator
):
    home = reverse("wagtailadmin_home")
    asked = make_request(gwynedd)

    page = staff.get(home).content.decode()
    assert of_one(asked) in page
    assert "3 days left" in page
    assert MARKER not in page
    assert (
        of_one(asked) not in client_at(gwynedd, coordinator).get(home).content.decode()
    )
    end_without_answer(request=asked, state="closed", why="")
    assert of_one(asked) not in staff.get(home).content.decode()


@pytest.mark.parametrize("name", ["request", "change", "extend", "end"])
def test_nobody_but_the_services_own_manager_opens_it(
    client_at, gwynedd, devon, staff, coordinator, name
):
    asked = make_request(gwynedd)
    boss = make_staff(devon, "manager")

    page = staff.get(of_one(asked, name))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    title = page.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert "Siân" not in title
    assert client_at(gwynedd, coordinator).get(of_one(asked, name)).status_code == 404
    assert client_at(devon, boss).get(of_one(asked, name)).status_code == 404
    assert client_at(devon, boss).post(of_one(asked, name)).status_code in (404, 405)


def test_each_reading_is_logged(staff, gwynedd, manager):
    asked = make_request(gwynedd)
    staff.get(of_one(asked))
    staff.get(reverse("rights"))

    rows = ReadLog.objects.filter(site=gwynedd, kind="rights.rightsrequest")
    assert [(r.action, r.reference, r.listed) for r in rows.order_by("pk")] == [
        ("view", str(asked.pk), ""),
        ("list", "", f" {asked.pk} "),
    ]


@time_machine.travel(DAY, tick=False)
def test_two_months_more_are_taken_once_and_within_the_first_month(gwynedd):
    asked = extend(request=make_request(gwynedd), why="Many records")

    assert asked.answer_by == dt.date(2026, 4, 7)
    with pytest.raises(TooLateToExtend):
        extend(request=asked, why="Again")
    old = make_request(gwynedd, received_on=dt.date(2025, 11, 3))
    with pytest.raises(TooLateToExtend):
        extend(request=old, why="Too late")


def test_an_extension_needs_that_the_person_was_told(staff, gwynedd):
    asked = make_request(gwynedd)
    staff.post(of_one(asked, "extend"), {"why": "Many records"})

    asked.refresh_from_db()
    assert asked.extended_on is None


def test_a_refusal_needs_its_reason_and_ends_it(staff, gwynedd):
    asked = make_request(gwynedd)
    staff.post(of_one(asked, "end"), {"state": "refused", "told": "on"})
    asked.refresh_from_db()
    assert asked.is_open

    staff.post(of_one(asked, "end"), {"state": "refused", "why": "X", "told": "on"})

    asked.refresh_from_db()
    assert (asked.state, asked.ended_why) == ("refused", "X")
    with pytest.raises(NotOpen):
        change_request(request=asked, name="Somebody")


@pytest.mark.needs_plugin("applications")
def test_it_begins_at_a_case_with_what_the_case_knows(
    client_at, staff, gwynedd, devon, coordinator
):
    case = make_case(gwynedd)
    link = f"{reverse('rights_new')}?record={case.reference}"

    assert link in staff.get(url("case", case.pk)).content.decode()
    page = client_at(gwynedd, coordinator).get(url("case", case.pk)).content.decode()
    assert link not in page
    assert MARKER in staff.get(link).content.decode()
    foreign = client_at(devon, make_staff(devon, "manager")).get(link)
    assert foreign.status_code == 200
    assert MARKER not in foreign.content.decode()


def test_a_request_goes_three_years_after_its_answer(gwynedd):
    asked = make_request(gwynedd)
    waiting = make_request(gwynedd)
    end_without_answer(request=asked, state="closed", why="", on=dt.date(2026, 2, 5))

    for day, left in ((4, 2), (5, 1)):
        with time_machine.travel(dt.datetime(2029, 2, day, 12, tzinfo=dt.UTC)):
            purge_due(gwynedd)
        assert RightsRequest.objects.filter(site=gwynedd).count() == left
    assert RightsRequest.objects.get() == waiting


def test_the_list_takes_the_same_queries_for_one_and_for_many(
    staff, gwynedd, manager, django_assert_max_num_queries
):
    make_request(gwynedd, by=manager)
    staff.get(reverse("rights"))
    with django_assert_max_num_queries(40) as one:
        staff.get(reverse("rights"))
    for _each in range(7):
        make_request(gwynedd, by=manager)
    staff.get(reverse("rights"))
    with django_assert_max_num_queries(40) as many:
        staff.get(reverse("rights"))

    assert len(many) == len(one)
