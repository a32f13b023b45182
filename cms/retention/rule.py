"""What is said of one kind of record: from when it is counted, for how long it stays.

Plugins name their rules in `keeps`, host apps in `host_keeps` of their AppConfig.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from wagtail.models import Site

from cms.retention.dates import months_after
from cms.retention.erasing import erase


class Stay(StrEnum):
    """Why a record stays though its time is over."""

    HELD = "held"
    UNFILED = "unfiled"


def _goes(_row: Any) -> Stay | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """How long one kind of record is kept at a service, and how one is deleted.

    `rows(site)` are those whose time is running; the text of a row, shown to staff,
    names nobody. `counted_from` says since when, `months` for how long there. `stays`
    says why one must not be deleted whatever the day. `unfiled` are the rows, at a site
    or at all of them, that may be the only record of what a child asked.
    """

    name: str
    label: str | Promise
    rows: Callable[[Site], QuerySet[Any]]
    counted_from: Callable[[Any], dt.date]
    months: Callable[[Site], int]
    erase: Callable[[Any], None] = erase
    stays: Callable[[Any], Stay | None] = _goes
    unfiled: Callable[[Site | None], QuerySet[Any]] | None = None

    def until(self, row: Any, site: Site) -> dt.date:
        """The day on which it is deleted."""
        return months_after(self.counted_from(row), self.months(site))
