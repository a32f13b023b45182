"""A closed day and a cover for the demo, counted from the day of installing."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Site

from cms.roles import Role
from sites.cover import caseworkers
from sites.models import ClosedDay, Cover
from sites.working_days import add_working_days

TRAINING_IN, AWAY_IN = 12, 6


def load_days(site: Site) -> None:
    """The team trains together one day; its coordinator is away for a week soon."""
    today = timezone.localdate()
    ClosedDay.objects.get_or_create(
        site=site,
        day=add_working_days(today, TRAINING_IN),
        defaults={"reason": "Hyfforddiant y tîm / Team training"},
    )
    away = caseworkers(site, {Role.COORDINATOR}).first()
    deputy = caseworkers(site, {Role.MANAGER}).first()
    first = add_working_days(today, AWAY_IN)
    if away and deputy and not Cover.objects.filter(site=site).exists():
        Cover.objects.create(
            site=site,
            person=away,
            deputy=deputy,
            starts_on=first,
            ends_on=first + dt.timedelta(days=4),
        )
