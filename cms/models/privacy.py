"""The log of reads: who has seen a person's record, and when."""

from datetime import datetime, timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from cms.models.base import SiteOwned
from cms.roles import READ_LOG_ROLES


class AppendOnly(Exception):
    """The log of reads is written once and not changed; only its old rows go."""


# Whatever is set, nobody makes the log forget what happened in the last half year.
NEVER_YOUNGER_THAN = timedelta(days=183)


class _AppendOnlyRows(models.QuerySet):
    def forget(self, *, before: datetime) -> int:
        """Delete what was read before a moment long past: the only way a row goes."""
        if before > timezone.now() - NEVER_YOUNGER_THAN:
            raise AppendOnly
        count, _models = models.QuerySet.delete(self.filter(at__lt=before))
        return count

    def update(self, **_kwargs: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class ReadLog(SiteOwned):
    """One look at one record, or at a list of them. Written only by `cms.privacy`."""

    staff_roles = READ_LOG_ROLES

    class Action(models.TextChoices):
        VIEW = "view", pgettext_lazy("read", "opened")
        LIST = "list", pgettext_lazy("read", "seen in the list")
        SEARCH = "search", pgettext_lazy("read", "found by name")
        PREVIEW = "preview", pgettext_lazy("read", "chosen with others")
        CHECK = "check", pgettext_lazy("read", "list checked before it is taken in")
        PRINT = "print", pgettext_lazy("read", "printed")
        DOWNLOAD = "download", pgettext_lazy("read", "downloaded as PDF")
        EXPORT = "export", pgettext_lazy("read", "exported")
        HANDED = "handed", pgettext_lazy("read", "handed over to another council")

    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The reader's login name then: the log must outlive the account.
    reader = models.CharField(max_length=254)
    kind = models.CharField(max_length=50)
    reference = models.CharField(max_length=64)
    action = models.CharField(max_length=10, choices=Action)
    # From where: the end of the address is cut off, the browser named coarsely.
    address = models.CharField(max_length=45, blank=True)
    browser = models.CharField(max_length=60, blank=True)
    # How many records were read at once; a page of a list is one row.
    count = models.PositiveIntegerField(default=1)
    # Which they were: their references, with a space on either side of each.
    listed = models.TextField(blank=True)

    objects = _AppendOnlyRows.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index("site", "reference", name="reads_of_a_record"),
            models.Index(fields=["site", "user", "-at"], name="reads_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.kind} {self.reference}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly
