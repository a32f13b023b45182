"""One calendar month, as the Information Commissioner's Office counts it."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.rights.clock import answer_by, may_extend_until
from sites.working_days import is_working_day

DAYS = st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2040, 12, 31))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-09-03", "2026-10-05"),  # The 3rd of October is a Saturday.
        ("2026-03-04", "2026-04-07"),  # Then the Saturday before Easter Monday.
        ("2025-03-31", "2025-04-30"),  # No 31st of April.
        ("2026-01-30", "2026-03-02"),  # The 28th of February is a Saturday.
        ("2028-01-31", "2028-02-29"),  # A leap year.
        ("2026-11-25", "2026-12-29"),  # Christmas, its substitute, a weekend.
        ("2026-05-20", "2026-06-22"),
    ],
)
def test_it_is_the_corresponding_day_or_the_next_on_which_people_work(received, due):
    day = dt.date.fromisoformat(received)

    assert answer_by(day) == dt.date.fromisoformat(due)


def test_two_months_more_are_three_from_the_first_day():
    assert answer_by(dt.date(2026, 1, 5), is_extended=True) == dt.date(2026, 4, 7)


@given(DAYS, st.booleans())
def test_it_is_always_a_working_day_and_never_before_the_month_is_over(day, extended):
    due = answer_by(day, is_extended=extended)
    months = (due.year - day.year) * 12 + due.month - day.month
    last = calendar.monthrange(due.year, due.month)[1]

    assert is_working_day(due)
    assert months >= (3 if extended else 1)
    if months == (3 if extended else 1):
        assert due.day >= min(day.day, last)
    assert (due - day).days <= (92 if extended else 31) + 7


@given(DAYS)
def test_between_the_corresponding_day_and_the_answer_nobody_works(day):
    due = answer_by(day)
    corresponding = due
    while corresponding.day != day.day and (due - corresponding).days < 8:
        corresponding -= dt.timedelta(days=1)
    if corresponding.day == day.day:
        between = (due - corresponding).days
        skipped = [corresponding + dt.timedelta(days=n) for n in range(between)]
        assert not any(is_working_day(each) for each in skipped)


@given(DAYS)
def test_a_later_day_is_never_due_earlier(day):
    assert answer_by(day) <= answer_by(day + dt.timedelta(days=1))
    assert may_extend_until(day) < answer_by(day, is_extended=True)
