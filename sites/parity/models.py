"""Pages published in one language alone: why, by whom, and until when."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from cms.models import SiteOwned
from cms.roles import PAGE_ROLES

A_MOMENT = dt.timedelta(seconds=1)


class PublishedAlone(SiteOwned):
    """A page that stands in one language alone, with a reason and a promised time.

    The row outlives the page: it is the year's evidence. `title` is the page's as it
    was then. Written only by sites.parity.services and sites.parity.closing.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    class Outcome(models.TextChoices):
        OPEN = "", pgettext_lazy("promise", "Open")
        MET = "met", pgettext_lazy("promise", "Published in both languages")
        LONGER = "longer", pgettext_lazy("promise", "Given more time")
        WITHDRAWN = "withdrawn", pgettext_lazy("promise", "Page withdrawn")

    page = models.ForeignKey(
        Page, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    translation_key = models.UUIDField(editable=False)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    is_urgent = models.BooleanField(default=False)
    reason = models.TextField(max_length=600, blank=True)
    due_at = models.DateTimeField()
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(
        max_length=9, choices=Outcome, blank=True, default=Outcome.OPEN
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("page in one language alone")
        verbose_name_plural = _("pages in one language alone")
        constraints = [
            models.UniqueConstraint(
                "site",
                "translation_key",
                condition=Q(outcome=""),
                name="one_open_promise_per_page",
            ),
            models.CheckConstraint(
                condition=Q(is_urgent=True) | ~Q(reason=""),
                name="alone_only_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", closed_at__isnull=True)
                | (~Q(outcome="") & Q(closed_at__isnull=False)),
                name="closed_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        """Whether the promised time has passed."""
        end = self.closed_at or timezone.now()
        return bool(end > self.due_at)

    @property
    def due_on(self) -> dt.date:
        """The last day on which it is in time: a day's end is already the next date."""
        return timezone.localdate(self.due_at - A_MOMENT)

    @property
    def awaited(self) -> str:
        """The language that is still to come: "cy" or "en"."""
        return "en" if self.language == "cy" else "cy"


class ParityScore(SiteOwned):
    """How even a service's languages were when they were last counted.

    Numbers alone: the hub lists them for all services. Written by sites.parity.board.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    even = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    stale = models.PositiveIntegerField(default=0)
    equal = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField(default=timezone.now)
    is_due = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("score of both languages")
        verbose_name_plural = _("scores of both languages")
        constraints = [models.UniqueConstraint("site", name="one_score_per_site")]

    def __str__(self) -> str:
        return f"{self.per_cent} %"

    @property
    def total(self) -> int:
        """How many things were counted."""
        return self.even + self.missing + self.stale + self.equal

    @property
    def per_cent(self) -> int:
        """The share that is even, rounded down: 100 says that nothing is left."""
        return 100 * self.even // self.total if self.total else 100
