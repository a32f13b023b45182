"""When the other language is due: at the end of a day."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Site

from sites.closed_days import working_day_after, works_on

OFFICES_CLOSE = 17
"""Nobody is asked at five in the afternoon to translate by midnight."""


def end_of(day: dt.date) -> dt.datetime:
    """Midnight, with which the day ends."""
    after = day + dt.timedelta(days=1)
    return timezone.make_aware(dt.datetime.combine(after, dt.time.min))


def urgently_due(site: Site, now: dt.datetime | None = None) -> dt.datetime:
    """An urgent alert is translated within the working day.

    Where that is over, or nobody works today, on the service's next working day.
    """
    here = timezone.localtime(now)
    if here.hour < OFFICES_CLOSE and works_on(site, here.date()):
        return end_of(here.date())
    return end_of(working_day_after(site, here.date(), 1))
