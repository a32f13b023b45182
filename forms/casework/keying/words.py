"""How a case came, in words for staff."""

from django.db.models import QuerySet
from django.utils.functional import Promise

from forms.casework.keying.models import ONLINE, WAYS, Arrival
from forms.casework.models import Case

ONLINE_KEY = "website"
ALL_WAYS: list[tuple[str, str | Promise]] = [(ONLINE_KEY, ONLINE), *WAYS]
_NAMES = dict(WAYS)


def arrival_of(case: Case) -> Arrival | None:
    """Who keyed it in and from what; None for a case from the website."""
    found: Arrival | None = getattr(case, "arrival", None)
    return found


def how_it_came(case: Case) -> str | Promise:
    """On the website, by phone, on paper …"""
    arrival = arrival_of(case)
    return _NAMES[arrival.how] if arrival else ONLINE


def that_came(cases: QuerySet[Case], way: str) -> QuerySet[Case]:
    """Those that came in one of ALL_WAYS."""
    if way == ONLINE_KEY:
        return cases.filter(arrival=None)
    return cases.filter(arrival__how=way)
