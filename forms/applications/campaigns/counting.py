"""How many came from each campaign. Numbers alone: no row of a person is opened."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from wagtail.models import Site

from forms.applications.campaigns.models import Campaign
from forms.applications.models import Application
from forms.applications.stages import MACHINE
from forms.journeys.models import Draft

OTHER, NONE = "?", ""
"""Where a code that is no campaign's is counted, and who came without one."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """From the one day to the other; open where there is none."""

    first: datetime.date | None = None
    last: datetime.date | None = None

    def of(self, rows: QuerySet[Any], moment: str) -> QuerySet[Any]:
        """Those of `rows` whose `moment` lies in it."""
        days = {"gte": self.first, "lte": self.last}
        return rows.filter(
            **{f"{moment}__date__{side}": day for side, day in days.items() if day}
        )


@dataclass(kw_only=True)
class Tally:
    """The numbers of one line: who has begun, who has sent, and where they stand."""

    name: str
    code: str = ""
    campaign: Campaign | None = None
    begun: int = 0
    by_step: Counter[str] = field(default_factory=Counter)

    @property
    def sent(self) -> int:
        """How many applications have come."""
        return self.by_step.total()

    @property
    def steps(self) -> list[int]:
        """How many stand in each step, in the order of `step_names`."""
        return [self.by_step[step.key] for step in MACHINE.steps]

    @property
    def named_steps(self) -> list[tuple[Any, int]]:
        """The same, each with the name of its step."""
        return list(zip(step_names(), self.steps, strict=True))


def step_names() -> Sequence[Any]:
    """The steps in which applications stand, in their order."""
    return [step.name for step in MACHINE.steps]


def tallies(site: Site, period: Period) -> list[Tally]:
    """A line for each campaign, then other codes and those who came without one.

    Codes are compared without regard to capitals: people type them. Begun are those
    whose draft is still kept and not sent; drafts are deleted after some weeks.
    """
    lines = _lines(Campaign.objects.filter(site=site))
    drafts = Draft.objects.filter(
        site=site, kind="applications", adds_to="", receipt=None
    )
    for code, number in _counted(period.of(drafts, "started_at")):
        _line(lines, code).begun += number
    sent = period.of(Application.objects.filter(site=site), "case__received_at")
    for code, stage, number in _counted(sent, "case__stage"):
        _line(lines, code).by_step[MACHINE.step_of(stage).key] += number
    return list(lines.values())


def is_used(campaign: Campaign) -> bool:
    """Whether somebody came from it: then it is archived, never deleted."""
    used = {"site": campaign.site_id, "campaign__iexact": campaign.code}
    return (
        Application.objects.filter(**used).exists()
        or Draft.objects.filter(kind="applications", **used).exists()
    )


def _lines(campaigns: Iterable[Campaign]) -> dict[str, Tally]:
    named = {c.code: Tally(name=c.title, code=c.code, campaign=c) for c in campaigns}
    rest = {OTHER: Tally(name=_("Other codes")), NONE: Tally(name=_("No campaign"))}
    return named | rest


def _line(lines: dict[str, Tally], code: str) -> Tally:
    return lines.get(code) or lines[OTHER]


def _counted(rows: QuerySet[Any], *by: str) -> Iterable[Any]:
    grouped = rows.order_by().annotate(typed=Lower("campaign")).values("typed", *by)
    return grouped.annotate(number=Count("pk")).values_list("typed", *by, "number")
