"""What needs somebody today stands first in an inbox, and says why in words."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from forms.casework.models import Case
from forms.casework.needs import need_in_words, need_of, with_need
from forms.casework.services import move_case, set_answer_by
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def begun(site, coordinator, day, **facts):
    """An open case that somebody has begun, to be answered by `day`."""
    case = make_case(site, **facts)
    move_case(case=case, to="screening", by=coordinator)
    set_answer_by(case=case, day=day, by=coordinator)
    return case


@pytest.fixture
def cases(gwynedd, coordinator, today):
    """One case of each need, the most pressing first."""

    def in_days(number):
        return today + timedelta(days=number)

    closed = begun(gwynedd, coordinator, None)
    move_case(case=closed, to="withdrawn", reason="moved", by=coordinator)
    resting = make_case(gwynedd)
    move_case(case=resting, to="deferred", until=in_days(9), by=coordinator)
    made = [
        begun(gwynedd, coordinator, None),
        resting,
        begun(gwynedd, coordinator, in_days(8)),
        make_case(gwynedd),
        make_case(gwynedd, answer_by=in_days(5)),
        begun(gwynedd, coordinator, today),
        begun(gwynedd, coordinator, in_days(-1)),
        make_case(gwynedd, answer_by=in_days(-3)),
    ]
    return [*reversed(made), closed]


def listed(staff, cases, query=""):
    page = staff.get(f"{url('index')}{query}").content.decode()
    table = page.partition('<table class="listing')[2]
    assert all(case.reference in table for case in cases)
    return sorted(cases, key=lambda case: table.index(case.reference))


def test_overdue_comes_first_then_today_then_new_then_the_rest(staff, cases):
    later, resting = cases[5], cases[6]
    assert later.answer_by < resting.answer_by

    assert listed(staff, cases) == cases


def test_each_says_in_words_why_it_stands_there(cases, today):
    words = [need_in_words(case, today).partition(" by ")[0] for case in cases]

    assert [sentence.partition(" until ")[0] for sentence in words] == [
        *("Overdue: answer was due",) * 2,
        "Answer today",
        *("New: answer", "New"),
        *("Answer", "Waiting"),
        *("", ""),
    ]


def test_the_words_and_the_order_follow_the_same_rule(gwynedd, cases, today):
    rows = with_need(Case.objects.all(), cases[0].machine, today)

    assert {row.pk: row.need for row in rows} == {
        case.pk: int(need_of(case, today)) for case in cases
    }


def test_a_closed_case_needs_nothing_whatever_day_stands_in_it(
    gwynedd, coordinator, cases, today
):
    closed = cases[-1]
    type(closed).objects.filter(pk=closed.pk).update(answer_by=today)
    closed.refresh_from_db()

    assert need_in_words(closed, today) == ""


def test_the_reader_may_still_sort_by_when_they_came(staff, cases):
    newest_first = sorted(cases, key=lambda case: case.received_at, reverse=True)

    assert listed(staff, cases, "?ordering=-received_at") == newest_first


def test_the_words_are_there_in_welsh(gwynedd, today):
    case = make_case(gwynedd, answer_by=today)

    with override("cy"):
        assert need_in_words(case, today) == "Ateb heddiw"
