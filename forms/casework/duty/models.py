"""That nobody had opened a case in time, and who was told of it."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.roles import CASEWORK_ROLES


class PassedUp(SiteOwned):
    """A case that lay unread was told of once more; once to each, whatever happens."""

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    class To(models.TextChoices):
        DEPUTY = "deputy", pgettext_lazy("told of an unread case", "the deputy")
        MANAGER = "manager", pgettext_lazy("told of an unread case", "the manager")

    case = models.ForeignKey(
        "casework.Case", on_delete=models.CASCADE, related_name="passed_up"
    )
    to = models.CharField(max_length=7, choices=To)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint("case", "to", name="case_is_passed_up_once_to_each")
        ]

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"
