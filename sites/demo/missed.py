"""Addresses that people are said to have asked for at the demo's services."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Site

from sites.broken_links.models import MissedPath

MISSED = (
    ("/cy/gwirfoddoli", 14, 0, 1),
    ("/en/volunteers/apply-online", 9, 0, 3),
    ("/independent-visitors.aspx", 6, 0, 2),
    ("/en/training-dates", 3, 2, 12),
)
"""The address, how often it was asked for, how often of that from here, days ago."""


def load_missed(site: Site) -> None:
    """Old addresses of a former website, and a link of the service's own."""
    today = timezone.localdate()
    MissedPath.objects.bulk_create(
        MissedPath(
            site=site,
            path=path,
            times=times,
            times_from_here=from_here,
            last_on=today - dt.timedelta(days=days),
        )
        for path, times, from_here, days in MISSED
    )
