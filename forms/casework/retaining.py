"""How long closed cases stay, and how one is deleted with all that leads to it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.models import Site

from cms.mail import OutboundEmail
from cms.retention import Rule, Stay, erase
from forms.casework.filing.queries import with_filing
from forms.casework.kinds import machine_of
from forms.casework.models import Case, Hold, StageMove

Which = Callable[[QuerySet[Any]], QuerySet[Any]]
Forget = Callable[[Case], None]
_forgetting: list[Forget] = []
_READ = ("site", "kind", "reference", "stage", "deferred_until", "row_key")


def register_forgetting(forget: Forget) -> Forget:
    """Let `forget(case)` delete what else leads to a case that is about to go."""
    _forgetting.append(forget)
    return forget


def rule_of_cases(
    *,
    kind: str,
    name: str,
    label: str | Promise,
    months: Callable[[Site], int],
    which: Which,
    needs_filing: bool = False,
) -> Rule:
    """A rule for the closed cases of a kind, of those `which` it is for.

    Counted from when they were closed; one to come back to, from that later day.
    """

    def rows(site: Site) -> QuerySet[Any]:
        machine = machine_of(kind)
        closed = [key for key in machine.by_key if machine.closes(key)]
        cases = Case.objects.filter(site=site, kind=kind, stage__in=closed)
        return _read(which(cases)).annotate(is_held=Exists(_holds()))

    def unfiled(site: Site | None) -> QuerySet[Any]:
        cases = Case.objects.filter(kind=kind)
        mine = cases.filter(site=site) if site else cases
        return with_filing(which(mine)).filter(is_filed=False)

    return Rule(
        name=name,
        label=label,
        rows=rows,
        counted_from=_counted_from,
        months=months,
        erase=erase_case,
        stays=_stays_unfiled if needs_filing else _stays,
        unfiled=unfiled if needs_filing else None,
    )


def erase_case(case: Case) -> None:
    """Delete a case, its plugin's row, its story, its mails, and what led to it."""
    for forget in _forgetting:
        forget(case)
    mails = OutboundEmail.objects.filter(
        site=case.site_id, case_reference=case.reference
    )
    for mail in mails:
        erase(mail)
    erase(case)


def _read(cases: QuerySet[Any]) -> QuerySet[Any]:
    """With when they were closed and whether they are filed; nothing is opened."""
    moves = StageMove.objects.filter(case=OuterRef("pk")).order_by().values("case")
    last = Subquery(moves.annotate(last=Max("at")).values("last"))
    return (
        with_filing(cases)
        .annotate(closed_at=Coalesce(last, "received_at"))
        .only(*_READ)
        .order_by("reference")
    )


def _holds() -> QuerySet[Any]:
    return Hold.objects.filter(case=OuterRef("pk"), lifted_at=None)


def _counted_from(case: Any) -> date:
    closed: date = timezone.localdate(case.closed_at)
    return max(closed, case.deferred_until or closed)


def _stays(case: Any) -> Stay | None:
    return Stay.HELD if case.is_held else None


def _stays_unfiled(case: Any) -> Stay | None:
    return _stays(case) or (None if case.is_filed else Stay.UNFILED)
