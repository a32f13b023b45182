"""The demo's one match: a volunteer who is ready, and a request that waits."""

from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Site

from cms.activation import is_on
from cms.plugins import installed_plugins
from forms.casework.joining import Side
from forms.casework.kinds import machines
from forms.casework.models import Case
from forms.casework.services import caseworkers
from forms.matches.models import Match
from forms.matches.queries import joins_of, may_be_introduced, partners
from forms.matches.services import Seen, appoint, introduce


def load(site: Site) -> None:
    """Introduce and appoint one visitor, where there is one and a child waits."""
    if Match.objects.filter(site=site).exists():
        return
    _load_cases(site)
    for request in Case.objects.filter(site=site).order_by("received_at", "pk"):
        joins = joins_of(request)
        is_childs = joins is not None and joins.side == Side.CHILD
        if is_childs and may_be_introduced(request) and (ready := partners(request)):
            _appoint(ready[0], request)
            return


def _load_cases(site: Site) -> None:
    """Before their own turn: to load a demo twice changes nothing."""
    for kind, machine in machines().items():
        plugin = installed_plugins()[kind]
        if machine.joins and plugin.demo and is_on(site, kind):
            plugin.load(plugin.demo)(site)


def _appoint(volunteer: Case, request: Case) -> None:
    by = request.assignee or caseworkers(request.site).first()
    match = introduce(
        volunteer=volunteer,
        request=request,
        on=_days_ago(12),
        by=by,
        seen=_seen(volunteer, request),
    )
    volunteer.refresh_from_db()
    request.refresh_from_db()
    appoint(match=match, on=_days_ago(2), by=by, seen=_seen(volunteer, request))


def _seen(*cases: Case) -> Seen:
    return {case.pk: case.stage for case in cases}


def _days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
