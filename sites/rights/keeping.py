"""For how long a request is kept once it has been answered."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.retention import Rule
from sites.rights.models import RightsRequest

MONTHS = 36
"""The service's own choice: no law names a time. Long enough for a complaint."""


def _ended(site: Site) -> QuerySet[Any]:
    rows = RightsRequest.objects.filter(site=site, ended_on__isnull=False)
    return rows.only("site", "ended_on", "row_key")


def _ended_on(request: RightsRequest) -> dt.date:
    assert request.ended_on is not None  # noqa: S101 (a constraint says so)
    return request.ended_on


def _months(_site: Site) -> int:
    return MONTHS


ANSWERED = Rule(
    name="requests",
    label=_("Requests about people’s own data, counted from their answer"),
    rows=_ended,
    counted_from=_ended_on,
    months=_months,
)
