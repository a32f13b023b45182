"""Addresses of a service at which somebody looked for something, and found nothing."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import PAGE_ROLES

LONGEST_PATH = 200


class MissedPath(SiteOwned):
    """One address of a site, how often it was asked for, and when last.

    Nothing of whoever asked: no query, no time of day, not where they came from, only
    how often that was a page of the site's own. Written only by
    sites.broken_links.missed.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    path = models.CharField(max_length=LONGEST_PATH)
    times = models.PositiveIntegerField(default=1)
    times_from_here = models.PositiveIntegerField(default=0)
    last_on = models.DateField()
    is_left_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["-times", "path"]
        verbose_name = _("address that was not found")
        verbose_name_plural = _("addresses that were not found")
        constraints = [
            models.UniqueConstraint(
                "site", "path", name="one_missed_path_per_site_and_path"
            ),
        ]

    def __str__(self) -> str:
        return self.path
