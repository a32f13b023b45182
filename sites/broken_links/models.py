"""Links that lead nowhere: addresses asked for in vain, and links on one's pages."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import PAGE_ROLES

LONGEST_PATH = 200
LONGEST_URL = 500


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


class OutgoingLink(SiteOwned):
    """Where published pages of a site lead: an address, and how it answered.

    Of links to pages and documents of the site's own only broken ones are kept; `url`
    is then “page:12” or “document:3”, and `host` is empty. `places` are the pages it
    stands on with its words: [[12, "The Act"]]. Written only by
    sites.broken_links.collecting and .checking.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    class State(models.TextChoices):
        NEW = "new", _("Not looked at yet")
        FINE = "fine", _("Found")
        SUSPECT = "suspect", _("Failed once; looked at again the next day")
        BROKEN = "broken", _("Broken")
        UNCLEAR = "unclear", _("Could not be checked")

    url = models.CharField(max_length=LONGEST_URL)
    host = models.CharField(max_length=255, blank=True)
    places = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    seen = models.CharField(max_length=20, blank=True)
    since = models.DateField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    is_left_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = _("link on pages")
        verbose_name_plural = _("links on pages")
        constraints = [
            models.UniqueConstraint(
                "site", "url", name="one_outgoing_link_per_site_and_url"
            ),
        ]
        indexes = [models.Index("due_at", name="outgoing_links_due")]

    def __str__(self) -> str:
        return self.url
