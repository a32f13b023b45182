"""What was changed in a service's settings, by whom and when."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import SETTINGS_ROLES


class SettingChange(SiteOwned):
    """One setting that changed. Secrets are named, never kept (`is_secret`)."""

    staff_roles: ClassVar[AbstractSet[str]] = SETTINGS_ROLES

    group = models.CharField(max_length=60)
    field = models.CharField(max_length=60)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    is_secret = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("change of a setting")
        verbose_name_plural = _("changes of settings")
        indexes = [models.Index(fields=["site", "-at"], name="changes_of_a_service")]

    def __str__(self) -> str:
        return f"{self.group}.{self.field}"
