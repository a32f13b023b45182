"""The year's evidence: what stood alone and why, and what is not even today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.language import plain_date
from sites.parity.models import PublishedAlone
from sites.parity.rows import Row

FIRST_MONTH = 4
"""The year of reports on the standards begins in April."""


@dataclass(frozen=True)
class Year:
    """A year from 1 April, called by the year in which it begins."""

    number: int

    @classmethod
    def of(cls, day: dt.date) -> "Year":
        """The year in which a day lies."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.number, FIRST_MONTH, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return dt.date(self.number + 1, FIRST_MONTH, 1) - dt.timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.number}–{(self.number + 1) % 100:02}"


def years_of(site: Site) -> list[Year]:
    """The years from the first promise to today, newest first."""
    now = Year.of(timezone.localdate()).number
    first = PublishedAlone.objects.filter(site=site).order_by("given_at").first()
    begun = Year.of(timezone.localdate(first.given_at)).number if first else now
    return [Year(number) for number in range(now, begun - 1, -1)]


def alone_in(site: Site, year: Year) -> list[PublishedAlone]:
    """What was published in one language alone in that year, oldest first."""
    rows = PublishedAlone.objects.filter(
        site=site,
        given_at__gte=_midnight(year.first),
        given_at__lt=_midnight(year.last + dt.timedelta(days=1)),
    )
    return list(rows.select_related("given_by").order_by("given_at", "pk"))


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def headings() -> list[str]:
    """The headings of the table, in the language in use."""
    return [
        _("What"),
        _("Name"),
        _("State"),
        _("Language to come"),
        _("Since"),
        _("Reason"),
        _("Promised by"),
        _("By whom"),
        _("Closed on"),
        _("Late"),
        _("Parts of the page"),
    ]


def cells(alone: list[PublishedAlone], uneven: list[Row]) -> list[list[Any]]:
    """The year's promises, then what is not even today."""
    return [*map(_promise, alone), *map(_uneven, uneven)]


def _promise(row: PublishedAlone) -> list[Any]:
    return [
        _("Urgent alert") if row.is_urgent else _("Page in one language alone"),
        row.title,
        row.get_outcome_display(),
        language_name(row.awaited),
        plain_date(row.given_at),
        row.reason,
        plain_date(row.due_on),
        row.given_by or "",
        plain_date(row.closed_at) if row.closed_at else "",
        _("Late") if row.is_late else "",
        "",
    ]


def _uneven(row: Row) -> list[Any]:
    return [
        row.kind,
        row.name,
        row.evenness.label,
        language_name(row.language),
        plain_date(row.since) if row.since else "",
        *[""] * 5,
        "; ".join(f"{state.label}: {', '.join(names)}" for state, names in row.details),
    ]


def language_name(code: str) -> str:
    """The language in the reader's words."""
    return {"en": _("English"), "cy": _("Welsh")}.get(code, "")
