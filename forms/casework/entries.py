"""The base of what staff do with a case, each kind a table of its own."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from cms.models import SiteOwned
from cms.privacy import EncryptedModel
from cms.roles import CASEWORK_ROLES


class Entry(EncryptedModel, SiteOwned):
    """Something staff did with a case, for its timeline."""

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    case = models.ForeignKey(
        "casework.Case", on_delete=models.CASCADE, related_name="%(class)ss"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.site_id = self.case.site_id
        super().save(*args, **kwargs)
