"""Whose data a match holds: a volunteer's and a child's, each by their reference."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.privacy import Care, Kept, PersonalData

GOES_ON = _("They are introduced or appointed. It can be erased once that has ended.")


def _keeps(match: Any) -> Kept | None:
    return Kept(GOES_ON) if match.goes_on else None


MATCHES = PersonalData(
    model="matches.Match",
    title=_("Introduction of a visitor"),
    fields={
        "introduced_on": Care.GIVE,
        "appointed_on": Care.GIVE,
        "ended_on": Care.GIVE,
        "reason": Care.CHILD,
        "volunteer": Care.OTHERS,
        "request": Care.CHILD,
        "by": Care.OTHERS,
    },
    labels={
        "introduced_on": _("Introduced on"),
        "appointed_on": _("Appointed on"),
        "ended_on": _("Ended on"),
        "reason": pgettext_lazy("what is kept of a person", "Why it ended"),
        "volunteer": _("Reference of the volunteer"),
        "request": _("Reference of the request"),
    },
    through=["volunteer", "request"],
    kept=_keeps,
)
