"""Volunteers who are ready, requests that wait, and matches made by the services."""

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from forms.casework.models import Case
from forms.casework.services import move_case
from forms.matches.models import Match
from forms.matches.services import appoint, introduce
from tests.casework.factories import make_case

VISITOR = "Siân Ŵyn Ffug"
CHILD = "Cadi Ffug"
"""A young person who asked themselves: their name stands in no match."""


def make_volunteer(site: Site, **facts: Any) -> Case:
    """Somebody who is approved, and not matched yet."""
    case = make_case(site, **{"display_name": VISITOR, **facts})
    for stage in ("screening", "checks", "approved"):
        move_case(case=case, to=stage, by=None)
    return case


def make_request(site: Site, **facts: Any) -> Case:
    """A child for whom no visitor is free yet."""
    case = make_case(site, **{"kind": "referrals", "display_name": CHILD, **facts})
    move_case(case=case, to="waiting", by=None, reason="no_visitor")
    return case


def seen(*cases: Case) -> dict[int, str]:
    """The stages at which these cases stand as they were read."""
    return {case.pk: case.stage for case in cases}


def seen_of(match: Match) -> dict[int, str]:
    """The stages at which the cases of a match stand now."""
    cases = Case.objects.filter(pk__in=(match.volunteer_id, match.request_id))
    return seen(*cases)


def days_ago(days: int) -> dt.date:
    """That day."""
    return timezone.localdate() - dt.timedelta(days=days)


def make_match(volunteer: Case, request: Case, *, appointed: bool = False) -> Match:
    """Introduced 60 days ago; appointed ten days later, where that is asked for."""
    match = introduce(
        volunteer=volunteer,
        request=request,
        on=days_ago(60),
        by=None,
        seen=seen_of(Match(volunteer=volunteer, request=request)),
    )
    if appointed:
        appoint(match=match, on=days_ago(50), by=None, seen=seen_of(match))
        match.refresh_from_db()
    return match


def stages(*cases: Case) -> list[tuple[str, str]]:
    """Where these cases stand now, and why."""
    for case in cases:
        case.refresh_from_db()
    return [(case.stage, case.stage_reason) for case in cases]
