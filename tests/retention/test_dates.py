"""Months are counted as people count them, and never longer than promised."""

import datetime as dt

import pytest

from cms.retention import months_after


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2024-05-03", 12, "2025-05-03"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-11-30", 0, "2026-11-30"),
        ("2026-10-25", 72, "2032-10-25"),
    ],
)
def test_the_same_day_or_the_last_of_a_shorter_month(day, months, then):
    start, end = dt.date.fromisoformat(day), dt.date.fromisoformat(then)

    assert months_after(start, months) == end
