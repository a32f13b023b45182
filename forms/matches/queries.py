"""Which cases a match may join, and which matches there are."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Site

from cms.activation import is_on
from forms.casework.joining import Joins, Side
from forms.casework.kinds import machines
from forms.casework.machine import Machine
from forms.casework.models import Case
from forms.matches.models import Match, MatchQuerySet

OTHER = {Side.VISITOR: Side.CHILD, Side.CHILD: Side.VISITOR}


def joins_of(case: Case) -> Joins | None:
    """The part of a case in a match; None where none has such cases."""
    machine = machines().get(case.kind)
    return machine.joins if machine else None


def matches_at(site: Site) -> MatchQuerySet:
    """The matches of a site whose plugins are installed: of others nothing is known."""
    installed = list(machines())
    return Match.objects.filter(
        site=site, volunteer_kind__in=installed, request_kind__in=installed
    ).select_related("volunteer", "request")


def may_be_introduced(case: Case) -> bool:
    """Whether a match may begin from where a case stands."""
    joins = joins_of(case)
    if joins is None or case.stage not in _before(case.machine, joins):
        return False
    return joins.side == Side.VISITOR or not has_visitor(case)


def has_visitor(request: Case) -> bool:
    """Whether a match of this request goes on."""
    return Match.objects.going_on().filter(request=request).exists()


def partners(case: Case) -> list[Case]:
    """Those of the other side to whom a case may be introduced, in the longest wait."""
    joins = joins_of(case)
    if joins is None:
        return []
    found = [row for rows in _ready(case.site, OTHER[joins.side]) for row in rows]
    return sorted(found, key=lambda row: (row.received_at, row.pk))


def _ready(site: Site, side: Side) -> Iterator[QuerySet[Case]]:
    for kind, machine in machines().items():
        joins = machine.joins
        if joins is None or joins.side != side or not is_on(site, kind):
            continue
        cases = Case.objects.filter(
            site=site, kind=kind, stage__in=_before(machine, joins)
        ).defer("answers")
        if side == Side.CHILD:
            visited = Match.objects.going_on().filter(request=OuterRef("pk"))
            cases = cases.exclude(Exists(visited))
        yield cases


def _before(machine: Machine, joins: Joins) -> list[str]:
    """Where a case can stand when its match begins: there already, or just before."""
    return [
        stage.key
        for stage in machine.stages
        if stage.key == joins.introduced or joins.introduced in stage.to
    ]
