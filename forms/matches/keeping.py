"""When ended matches are deleted; one goes earlier with either of its two cases."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.retention import Rule, Stay
from forms.casework.models import Hold
from forms.matches.models import Match

MONTHS = 72
"""As long as a visitor's own file, as supplied."""


def _rows(site: Site) -> QuerySet[Any]:
    """Those that have ended. Nothing of their cases is opened."""
    holds = Hold.objects.filter(
        Q(case=OuterRef("volunteer")) | Q(case=OuterRef("request")), lifted_at=None
    )
    return (
        Match.objects.filter(site=site, ended_on__isnull=False)
        .select_related("volunteer", "request")
        .only("site", "ended_on", "volunteer__reference", "request__reference")
        .annotate(is_held=Exists(holds))
        .order_by("pk")
    )


def _ended_on(match: Any) -> dt.date:
    day: dt.date = match.ended_on
    return day


def _months(_site: Site) -> int:
    return MONTHS


def _stays(match: Any) -> Stay | None:
    return Stay.HELD if match.is_held else None


ENDED = Rule(
    name="ended",
    label=_("Who visited on whose request, counted from when the appointment ended"),
    rows=_rows,
    counted_from=_ended_on,
    months=_months,
    stays=_stays,
)
