"""Scores are counted again where something was published, and all once a day."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from cms.models import SiteProfile
from cms.schedule import job
from sites.parity.board import board_of, keep_score
from sites.parity.models import ParityScore

A_DAY = dt.timedelta(days=1)


@job(every=dt.timedelta(minutes=5))
def count_scores() -> None:
    """One service at a time: nobody waits for it."""
    for site in _due():
        keep_score(site=site, board=board_of(site))


def _due() -> list[Site]:
    fresh = ParityScore.objects.filter(
        is_due=False, counted_at__gt=timezone.now() - A_DAY
    )
    local = Q(profile__kind=SiteProfile.Kind.LOCAL)
    sites = Site.objects.filter(local).exclude(pk__in=fresh.values("site"))
    return list(sites.select_related("root_page", "profile").order_by("pk"))
