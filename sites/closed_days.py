"""Working days as one service has them: its own closed days do not count."""

import datetime

from wagtail.models import Site

from sites.models import ClosedDay
from sites.working_days import add_working_days, is_working_day


def closed_days(site: Site) -> frozenset[datetime.date]:
    """The days on which `site` is closed, beside bank holidays; one query."""
    days = ClosedDay.objects.filter(site=site).values_list("day", flat=True)
    return frozenset(days)


def working_day_after(site: Site, start: datetime.date, number: int) -> datetime.date:
    """The day on which `number` of the service's working days after `start` are over.

    This is the only way to promise somebody a day.
    """
    return add_working_days(start, number, closed=closed_days(site))


def works_on(site: Site, day: datetime.date) -> bool:
    """Whether anybody of the service works on `day`."""
    return is_working_day(day, closed=closed_days(site))
