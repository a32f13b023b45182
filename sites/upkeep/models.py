"""Who looks after a page, and when it is read again."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import PAGE_ROLES


class PageCare(SiteOwned):
    """One row for both languages of a page: they say the same, and are read together.

    `every_months` is how often it is read again, None for never; `review_on` the next
    day, which may be chosen freely. Written only by sites.upkeep.services.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    class Every(models.IntegerChoices):
        QUARTER = 3, _("Every three months")
        HALF_YEAR = 6, _("Every six months")
        YEAR = 12, _("Every year")
        TWO_YEARS = 24, _("Every two years")

    translation_key = models.UUIDField(editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    every_months = models.PositiveSmallIntegerField(
        choices=Every, null=True, blank=True
    )
    review_on = models.DateField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["review_on", "pk"]
        verbose_name = _("page looked after")
        verbose_name_plural = _("pages looked after")
        constraints = [
            models.UniqueConstraint(
                "site", "translation_key", name="one_care_per_page_and_site"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
