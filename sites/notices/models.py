"""What people were told, and since when. A new version only where the words change."""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import KEEPING_ROLES
from sites.notices.audiences import Audience
from sites.notices.parts import Notice


class VersionStands(Exception):
    """What people have been told is not changed afterwards."""


class NoticeVersion(SiteOwned):
    """A notice as it stood from a day on. Written only by sites.notices.versions.

    `nth` counts versions of one day. No audience is a choice of the field: a version
    outlives whatever is renamed.
    """

    staff_roles: ClassVar[AbstractSet[str]] = KEEPING_ROLES

    audience = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    digest = models.CharField(max_length=64)
    text = models.JSONField()
    from_day = models.DateField()
    nth = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["-from_day", "-nth"]
        verbose_name = _("version of a privacy notice")
        verbose_name_plural = _("versions of privacy notices")
        constraints = [
            models.UniqueConstraint(
                "site",
                "audience",
                "language",
                "from_day",
                "nth",
                name="one_notice_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.audience} ({self.language}) {self.key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once."""
        if self.pk is not None and not self._state.adding:
            raise VersionStands(str(self))
        super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """Its part of its address: the day, and which of that day's where not first."""
        day = self.from_day.isoformat()
        return day if self.nth == 1 else f"{day}.{self.nth}"

    @property
    def reader(self) -> Audience:
        """Whose notice it is."""
        return Audience(self.audience)

    def read(self) -> Notice:
        """The words."""
        return Notice.read(self.text)
