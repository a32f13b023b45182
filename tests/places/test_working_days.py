"""Working days of England and Wales."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.working_days import (
    add_working_days,
    bank_holidays,
    by_rule,
    is_working_day,
)

# Holidays given or moved for one year alone.
GIVEN = {2012: 2, 2020: 1, 2022: 3, 2023: 1}


def test_nobody_works_over_christmas():
    assert add_working_days(dt.date(2026, 12, 24), 1) == dt.date(2026, 12, 29)
    assert not is_working_day(dt.date(2026, 12, 28))


def test_a_weekend_is_skipped_and_the_start_does_not_count():
    friday = dt.date(2027, 4, 30)

    assert add_working_days(friday, 0) == friday
    assert add_working_days(friday, 1) == dt.date(2027, 5, 4), "3 May is a bank holiday"
    assert add_working_days(dt.date(2027, 5, 1), 2) == dt.date(2027, 5, 5)


def test_saint_andrews_day_is_a_working_day_here():
    assert is_working_day(dt.date(2026, 11, 30))


def test_a_moment_late_at_night_belongs_to_the_day_in_britain():
    late_on_sunday = dt.datetime(2027, 7, 4, 23, 30, tzinfo=dt.UTC)

    assert is_working_day(late_on_sunday), "it is Monday 00:30 in Britain"
    assert add_working_days(late_on_sunday, 1) == dt.date(2027, 7, 6)


def test_days_are_counted_forward():
    with pytest.raises(ValueError, match="-1"):
        add_working_days(dt.date(2027, 1, 4), -1)


@pytest.mark.parametrize("year", range(2012, 2029))
def test_the_rules_agree_with_the_published_list(year):
    published, ruled = bank_holidays(year), by_rule(year)

    if year in GIVEN:
        assert len(published - ruled) == GIVEN[year]
    else:
        assert published == ruled


def test_a_year_beyond_the_list_follows_the_rules():
    assert bank_holidays(2045) == by_rule(2045)
    assert dt.date(2045, 4, 10) in by_rule(2045), "Easter Monday"


@given(
    start=st.dates(dt.date(2020, 1, 1), dt.date(2050, 1, 1)), number=st.integers(0, 40)
)
def test_one_day_at_a_time_comes_to_the_same(start, number):
    end = add_working_days(start, number)

    days = [start + dt.timedelta(days=n + 1) for n in range((end - start).days)]
    assert sum(is_working_day(day) for day in days) == number
    assert number == 0 or is_working_day(end)
