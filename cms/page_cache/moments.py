"""Until when a page may be kept that looks different at some moment to come."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_told: ContextVar[list[dt.datetime] | None] = ContextVar("page_moments", default=None)


def pages_change_at(*moments: dt.datetime | None) -> None:
    """What is being shown looks different from these moments on; past ones are none.

    Without effect where no page is being made for the cache.
    """
    told = _told.get()
    if told is not None:
        told.extend(moment for moment in moments if moment)


@contextmanager
def listening() -> Iterator[list[dt.datetime]]:
    """The moments told while a page is made."""
    told: list[dt.datetime] = []
    token = _told.set(told)
    try:
        yield told
    finally:
        _told.reset(token)


def valid_until(told: list[dt.datetime], begun: dt.datetime, life: int) -> dt.datetime:
    """The first of: a moment told, the end of the day here, and `life` in seconds."""
    day = timezone.localtime(begun).date() + dt.timedelta(days=1)
    midnight = timezone.make_aware(dt.datetime.combine(day, dt.time()))
    last = min(midnight, begun + dt.timedelta(seconds=life))
    return min([last, *(moment for moment in told if moment > begun)])
