"""What a case's screen says of matches: those that go on, and the way to a new one."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.language.dates import plain_date
from forms.casework.joining import Side
from forms.casework.models import Case
from forms.matches.models import Match
from forms.matches.queries import joins_of, matches_at, may_be_introduced


def links_of(case: Case) -> Iterator[tuple[str, Any]]:
    """Address and words; nothing for a case that no match joins."""
    joins = joins_of(case)
    if joins is None:
        return
    for match in matches_at(case.site).going_on().of_case(case):
        yield reverse("matches:match", args=[match.pk]), _words(match, case)
    if may_be_introduced(case):
        address = reverse("matches:introduce", args=[case.pk])
        yield address, _invitation(joins.side)


def _words(match: Match, case: Case) -> str:
    """The other case by its reference alone: its person stands on its own screen."""
    other = match.request if match.volunteer_id == case.pk else match.volunteer
    facts = {
        "reference": other.reference,
        "day": plain_date(match.appointed_on or match.introduced_on),
    }
    if match.is_appointed:
        return _("Joined with %(reference)s: appointed on %(day)s") % facts
    return _("Joined with %(reference)s: introduced on %(day)s") % facts


def _invitation(side: Side) -> str:
    if side == Side.VISITOR:
        return _("Introduce to a child who waits")
    return _("Introduce a visitor")
