"""Days on which a service is closed, and who stands in for whom while away."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import SETTINGS_ROLES


class ClosedDay(SiteOwned):
    """A day on which nobody of the service works, beside bank holidays."""

    staff_roles: ClassVar[AbstractSet[str]] = SETTINGS_ROLES

    day = models.DateField(_("day"))
    reason = models.CharField(_("why (for colleagues)"), max_length=80, blank=True)

    class Meta:
        ordering = ["day"]
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        constraints = [
            models.UniqueConstraint("site", "day", name="one_closed_day_a_date")
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class Cover(SiteOwned):
    """Somebody is away from `starts_on` to `ends_on`, both included."""

    staff_roles: ClassVar[AbstractSet[str]] = SETTINGS_ROLES

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who is away"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who stands in"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    starts_on = models.DateField(_("first day away"))
    ends_on = models.DateField(_("last day away"))

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("cover")
        verbose_name_plural = _("covers")
        constraints = [
            models.CheckConstraint(
                name="cover_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="nobody_covers_for_themselves",
                condition=~Q(person=F("deputy")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.starts_on:%Y-%m-%d} – {self.ends_on:%Y-%m-%d}"
