"""How a job is declared: `@job(every=…)` above a function of `jobs.py`."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LEASE = dt.timedelta(minutes=15)


@dataclass(frozen=True)
class Job:
    """A function that is run every so often; still callable by hand.

    While it runs nobody else starts it; a runner that dies loses it after `lease`.
    """

    run: Callable[..., Any]
    every: dt.timedelta
    lease: dt.timedelta = LEASE

    def __call__(self, *args: Any) -> Any:
        return self.run(*args)


def job(
    *, every: dt.timedelta, lease: dt.timedelta = LEASE
) -> Callable[[Callable[..., Any]], Job]:
    """Declare a job. A plugin's job takes the site, a host app's takes nothing.

    Jobs run outside transactions and may be run twice after a crash: write them so.
    """

    def declare(run: Callable[..., Any]) -> Job:
        return Job(run=run, every=every, lease=lease)

    return declare
