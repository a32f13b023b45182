"""A list that somebody uploaded and that waits to be taken in."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel
from cms.roles import CASEWORK_ROLES

# Time to mend a spreadsheet; after that the people in it are nobody's business here.
WAITS = datetime.timedelta(days=1)


class UploadedList(EncryptedModel, SiteOwned):
    """Its rows as they were read. They go as soon as they are taken in, or after a day.

    `rows` and `ignored` are encrypted: a heading can name somebody, too.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    kind = models.CharField(max_length=50)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    rows = EncryptedJSONField(default=list)
    ignored = EncryptedJSONField(default=list)
    taken_at = models.DateTimeField(null=True)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("uploaded list")
        verbose_name_plural = _("uploaded lists")

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
