"""What can be refused of an interview; every message is for the person who asked."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from cms.language.dates import clock_time, long_date, long_date_and_time, plain_date
from forms.casework.errors import CaseworkError


class NoSuchTime(CaseworkError):
    """The clocks go forward over this time."""

    def __init__(self, day: dt.date, time: dt.time) -> None:
        words = _(
            "There is no %(time)s on %(day)s: the clocks go forward in that hour."
            " Choose another time."
        )
        super().__init__(words % {"time": clock_time(time), "day": long_date(day)})


class TimeComesTwice(CaseworkError):
    """The clocks go back over this time."""

    def __init__(self, day: dt.date, time: dt.time) -> None:
        words = _(
            "%(time)s comes twice on %(day)s: the clocks go back in that hour."
            " Choose another time."
        )
        super().__init__(words % {"time": clock_time(time), "day": long_date(day)})


class TimePast(CaseworkError):
    """An interview was booked for a time that is past."""

    def __init__(self) -> None:
        super().__init__(_("Choose a time that is still to come."))


class TimeFar(CaseworkError):
    """An interview was booked for a day of which nobody knows anything yet."""

    def __init__(self) -> None:
        super().__init__(_("Choose a day within a year from now."))


class TimeTaken(CaseworkError):
    """Whoever meets the applicant has another interview then."""

    def __init__(self, host: Any, other: dt.datetime) -> None:
        words = _(
            "%(person)s has another interview then, %(when)s. Choose another time."
        )
        facts = {"person": host, "when": long_date_and_time(other)}
        super().__init__(words % facts)


class HostAway(CaseworkError):
    """Whoever meets the applicant is away on that day."""

    def __init__(self, host: Any, until: dt.date) -> None:
        words = _(
            "%(person)s is away on that day, until %(day)s. Choose another day, or"
            " somebody who is here."
        )
        super().__init__(words % {"person": host, "day": plain_date(until)})


class ChangedMeanwhile(CaseworkError):
    """Somebody else booked, changed or called off the interview first."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody else has meanwhile booked or changed this interview. Nothing"
                " was sent. Open it again from the case."
            )
        )
