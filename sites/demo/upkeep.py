"""Whose some of the demo's pages are, counted from the day of installing."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Page, Site

from cms.roles import Role
from sites.models import Membership
from sites.upkeep.models import PageCare

CARES = (
    ("faq", Role.EDITOR, PageCare.Every.HALF_YEAR, -5),
    ("accessibility", Role.MANAGER, PageCare.Every.YEAR, 9),
    ("contact", None, PageCare.Every.QUARTER, 40),
)
"""A starter page, who looks after it, how often, and in how many days it is due."""


def load_cares(site: Site) -> None:
    """One page is overdue, one is due soon, one waits for nobody in particular."""
    today = timezone.localdate()
    people = {row.role: row.user for row in Membership.objects.filter(site=site)}
    for key, role, every, days in CARES:
        page = Page.objects.filter(
            starter__key=key, path__startswith=site.root_page.path[:8]
        ).first()
        if page is not None:
            PageCare.objects.create(
                site=site,
                translation_key=page.translation_key,
                owner=people.get(role) if role else None,
                every_months=every,
                review_on=today + dt.timedelta(days=days),
            )
