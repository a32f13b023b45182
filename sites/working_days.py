"""Working days: Monday to Friday, but for the bank holidays of England and Wales.

The list is the one GOV.UK publishes, as the govuk-bank-holidays package carries it, so
nothing is fetched. For years it does not reach yet, the rules of law give the days;
one-off holidays come with a newer package.
"""

import datetime
from collections.abc import Container
from functools import cache

from django.utils import timezone
from govuk_bank_holidays.bank_holidays import BankHolidays

_SATURDAY = 5
_ONE_DAY = datetime.timedelta(days=1)


def is_working_day(
    day: datetime.date, *, closed: Container[datetime.date] = ()
) -> bool:
    """Whether offices are open: no weekend, no bank holiday, none of the `closed`."""
    here = _in_britain(day)
    if here.weekday() >= _SATURDAY or here in closed:
        return False
    return here not in bank_holidays(here.year)


def add_working_days(
    start: datetime.date, number: int, *, closed: Container[datetime.date] = ()
) -> datetime.date:
    """The day on which `number` working days after `start` are over.

    The start itself does not count. From a moment, the day is the day in Britain.
    `closed` are days off besides; those of a service are in sites.closed_days.
    """
    if number < 0:
        raise ValueError(f"Working days are counted forward: {number}")
    day = _in_britain(start)
    while number:
        day += _ONE_DAY
        number -= is_working_day(day, closed=closed)
    return day


@cache
def bank_holidays(year: int) -> frozenset[datetime.date]:
    """The bank holidays of England and Wales in a year."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(
        division=BankHolidays.ENGLAND_AND_WALES, year=year
    )
    return frozenset(holiday["date"] for holiday in listed) or by_rule(year)


def by_rule(year: int) -> frozenset[datetime.date]:
    """The bank holidays that law gives every year."""
    easter = _easter(year)
    christmas, boxing_day = datetime.date(year, 12, 25), datetime.date(year, 12, 26)
    substitutes = {5: (27, 28), 6: (27, 26), 4: (25, 28)}
    on, after = substitutes.get(christmas.weekday(), (christmas.day, boxing_day.day))
    return frozenset(
        {
            _weekday_from(datetime.date(year, 1, 1)),
            easter - 2 * _ONE_DAY,
            easter + _ONE_DAY,
            _monday_from(datetime.date(year, 5, 1)),
            _monday_from(datetime.date(year, 5, 25)),
            _monday_from(datetime.date(year, 8, 25)),
            christmas.replace(day=on),
            boxing_day.replace(day=after),
        }
    )


def _weekday_from(day: datetime.date) -> datetime.date:
    return day if day.weekday() < _SATURDAY else _monday_from(day)


def _monday_from(day: datetime.date) -> datetime.date:
    return day + _ONE_DAY * (-day.weekday() % 7)


def _easter(year: int) -> datetime.date:
    """Easter Sunday, by the method of the Book of Common Prayer (Meeus, Jones)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return datetime.date(year, month, offset + 28 - 31 * (month // 4))


def _in_britain(day: datetime.date) -> datetime.date:
    if isinstance(day, datetime.datetime):
        return timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return day
