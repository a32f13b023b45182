"""A day and a time in Britain as one moment; what the clocks make of it is refused."""

import datetime as dt

from django.utils import timezone

from cms.mail import LONDON
from forms.applications.interviews.errors import (
    NoSuchTime,
    TimeComesTwice,
    TimeFar,
    TimePast,
)

AHEAD = dt.timedelta(days=365)


def coming_moment(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment, if it is still to come and within a year; TimePast, TimeFar."""
    # By days first: the ends of the calendar have no moment in every zone.
    today = timezone.localdate()
    if day > today + AHEAD:
        raise TimeFar
    if day < today or (moment := moment_in_britain(day, time)) <= timezone.now():
        raise TimePast
    return moment


def moment_in_britain(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment at which clocks in Britain show this; NoSuchTime, TimeComesTwice."""
    first = dt.datetime.combine(day, time.replace(fold=0), tzinfo=LONDON)
    # Of an hour that is left out, and of one that comes twice, offsets differ by fold.
    if first.utcoffset() == first.replace(fold=1).utcoffset():
        return first
    back = first.astimezone(dt.UTC).astimezone(LONDON)
    if back.replace(tzinfo=None) != first.replace(tzinfo=None):
        raise NoSuchTime(day, time)
    raise TimeComesTwice(day, time)
