"""The log of reads: who has seen a person's record, and when."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models.base import SiteOwned
from cms.roles import READ_LOG_ROLES


class AppendOnly(Exception):
    """The log of reads is written once and never changed."""


class _AppendOnlyRows(models.QuerySet):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class ReadLog(SiteOwned):
    """One look at one record. Written only by `cms.privacy.log_read`."""

    staff_roles = READ_LOG_ROLES

    class Action(models.TextChoices):
        VIEW = "view", _("viewed")
        EXPORT = "export", _("exported")
        PRINT = "print", _("printed")

    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The reader's login name then: the log must outlive the account.
    reader = models.CharField(max_length=254)
    kind = models.CharField(max_length=50)
    reference = models.CharField(max_length=64)
    action = models.CharField(max_length=6, choices=Action)

    objects = _AppendOnlyRows.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index("site", "reference", name="reads_of_a_record")]

    def __str__(self) -> str:
        return f"{self.action} {self.kind} {self.reference}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly
