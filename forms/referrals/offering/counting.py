"""How many children were considered, told, offered, and what they said. Numbers alone.

The measures are of the last twelve months, by the day of the review.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.utils import timezone
from wagtail.models import Site

from cms.language.dates import MONTHS, plain_date
from cms.retention import months_after
from forms.referrals.offering.models import OfferRecord

COUNTS: dict[str, Any] = {
    "considered": Count("pk"),
    "explained": Count("pk", filter=Q(explained=True)),
    "offered": Count("pk", filter=Q(offered=True)),
    **{a.value: Count("pk", filter=Q(answer=a.value)) for a in OfferRecord.Answer},
}


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year; each begins a quarter of the council's year, too."""

    year: int
    number: int

    @classmethod
    def from_text(cls, text: str) -> "Quarter | None":
        """The quarter that an address names, as 2027-2; None for anything else."""
        year, _dash, number = text.partition("-")
        numeric = f"{year}{number}".isascii() and f"{year}{number}".isdigit()
        if not numeric or len(year) != 4 or number not in ("1", "2", "3", "4"):
            return None
        return cls(int(year), int(number))

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"{self.year}-{self.number}"

    def name_in(self, language: str) -> str:
        """April–June 2027. A dash, for after *i* the Welsh months would mutate."""
        first, last = self.number * 3 - 3, self.number * 3 - 1
        months = MONTHS["cy" if language == "cy" else "en"]
        return f"{months[first]}–{months[last]} {self.year}"

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the rows that belong to it."""
        return rows.filter(
            considered_on__year=self.year, considered_on__quarter=self.number
        )


def by_quarter(site: Site) -> list[tuple[Quarter, dict[str, int]]]:
    """The counts of every quarter in which anybody was considered, newest first."""
    rows: Any = (
        OfferRecord.objects.filter(site=site)
        .order_by()
        .annotate(y=ExtractYear("considered_on"), q=ExtractQuarter("considered_on"))
        .values("y", "q")
        .annotate(**{f"n_{name}": count for name, count in COUNTS.items()})
    )
    found = [
        (Quarter(row["y"], row["q"]), {name: row[f"n_{name}"] for name in COUNTS})
        for row in rows
    ]
    return sorted(found, key=lambda line: line[0], reverse=True)


def since(today: dt.date) -> dt.date:
    """The first day of the twelve months that end today."""
    return months_after(today, -12) + dt.timedelta(days=1)


def in_twelve_months(site: Site) -> dict[str, int]:
    """The counts of the last twelve months."""
    first = since(timezone.localdate())
    rows = OfferRecord.objects.filter(site=site, considered_on__gte=first)
    counts = rows.aggregate(**{f"n_{name}": count for name, count in COUNTS.items()})
    return {name: counts[f"n_{name}"] for name in COUNTS}


def since_words(today: dt.date) -> str:
    """The same day in words."""
    return plain_date(since(today))


def _measure(name: str, says: str, count: str) -> Callable[[Site], int]:
    def measure(site: Site) -> int:
        return in_twelve_months(site)[count]

    measure.__name__ = measure.__qualname__ = name
    measure.__doc__ = says
    return measure


children_considered = _measure(
    "children_considered", "Children for whom a visitor was considered.", "considered"
)
visitors_explained = _measure(
    "visitors_explained", "Of those, children who had it explained.", "explained"
)
visitors_offered = _measure(
    "visitors_offered", "Of those, children who were offered one.", "offered"
)
offers_wanted = _measure("offers_wanted", "Who would like one.", "wants")
offers_not_sure = _measure("offers_not_sure", "Who are not sure.", "not_sure")
offers_not_now = _measure("offers_not_now", "Who do not want one now.", "not_now")
offers_objected = _measure("offers_objected", "Who object to having one.", "objects")
offers_not_asked = _measure("offers_not_asked", "Who were not asked.", "not_asked")
