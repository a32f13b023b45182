"""By when somebody must have an answer.

UK GDPR, Article 12(3): without undue delay and within one month of receipt; two further
months where requests are complex or many, if the person is told why within the first.
The Information Commissioner's Office ("Right of access", "How long do we have to
comply?") counts from the day of receipt, or the day on which the person's identity was
made sure of where it had to be asked for, to the corresponding date of the next month;
to that month's last day where it has no such date; and to the next working day where
the day is a weekend or a public holiday. A service's own closed days do not count: the
law knows nothing of them.
"""

import datetime as dt

from cms.retention import months_after
from sites.working_days import is_working_day

MONTHS = 1
MONTHS_IF_EXTENDED = 3
SOON = dt.timedelta(days=10)


def answer_by(runs_from: dt.date, *, is_extended: bool = False) -> dt.date:
    """The last day for the answer to a request whose clock runs from a day."""
    day = months_after(runs_from, MONTHS_IF_EXTENDED if is_extended else MONTHS)
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def may_extend_until(runs_from: dt.date) -> dt.date:
    """The last day on which the person can be told that it takes longer."""
    return answer_by(runs_from)
