"""Who waits for a visitor and for how long, when anybody last spoke, and how all ended.

Everyone referred is counted, also where no visitor was found to be in their interests;
one child who was asked for twice is counted once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Site

from forms.casework.models import Addition, Case, CaseMail, Note
from forms.referrals.stages import (
    EXPLAINING,
    MACHINE,
    MEETING,
    NEW,
    NOTHING_OF_A_CHILD,
    WAITING,
)

NOT_WAITING = frozenset({"declined"})
"""They said "not now" and come back on a day: nobody lets them wait."""
WAITS_IN = frozenset(
    key
    for step in (NEW, EXPLAINING, WAITING, MEETING)
    for key in MACHINE.stages_in(step.key)
    if key not in NOT_WAITING
)
BANDS = (4, 13, 26, 52)
"""Weeks at which one band of waiting ends and the next begins."""


@dataclass(frozen=True, kw_only=True)
class Waits:
    """One request on the list; `spoke_on` is the last day that anybody wrote."""

    case: Case
    weeks: int
    spoke_on: date | None


@dataclass(frozen=True, kw_only=True)
class Band:
    """How many have waited from `since` weeks, up to `until`; None is without end."""

    since: int
    until: int | None
    number: int


def waiting_list(site: Site, today: date) -> list[Waits]:
    """Whoever waits at a site, the longest wait first."""
    cases = Case.objects.filter(site=site, kind="referrals", stage__in=WAITS_IN)
    return [
        Waits(case=case, weeks=_weeks(case, today), spoke_on=_last_word(case))
        for case in _with_words(cases.defer("answers")).order_by("received_at", "pk")
    ]


def bands(waiting: Iterable[Waits]) -> list[Band]:
    """The same people by how long they have waited, the shortest wait first."""
    weeks = [waits.weeks for waits in waiting]
    edges = [*zip((0, *BANDS), (*BANDS, None), strict=True)]
    return [
        Band(
            since=since,
            until=until,
            number=sum(w >= since and (until is None or w < until) for w in weeks),
        )
        for since, until in edges
    ]


def everyone(site: Site) -> dict[str, int]:
    """How many stand at each stage, closed ones too, where anybody stands."""
    cases = Case.objects.filter(site=site, kind="referrals")
    nothing = {"stage": "closed", "stage_reason__in": NOTHING_OF_A_CHILD}
    once = cases.exclude(**nothing).order_by()
    counts = dict(once.values_list("stage").annotate(number=Count("pk")))
    return {key: counts[key] for key in MACHINE.by_key if key in counts}


def _with_words(cases: QuerySet[Case]) -> QuerySet[Case]:
    words = {}
    for model in (CaseMail, Note, Addition):
        rows = model.objects.filter(case=OuterRef("pk")).order_by().values("case")
        newest = rows.annotate(newest=Max("at")).values("newest")
        words[f"last_{model._meta.model_name}"] = Subquery(newest)
    return cases.select_related("assignee").annotate(**words)


def _last_word(case: Case) -> date | None:
    moments: list[datetime | None] = [
        getattr(case, f"last_{model._meta.model_name}")
        for model in (CaseMail, Note, Addition)
    ]
    known = [moment for moment in moments if moment is not None]
    return timezone.localdate(max(known)) if known else None


def _weeks(case: Case, today: date) -> int:
    return max((today - timezone.localdate(case.received_at)).days, 0) // 7
