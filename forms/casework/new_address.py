"""An e-mail address that somebody asked for on the website."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES

LIFE = timedelta(days=7)
"""So long it may be confirmed, and the former address may say that it did not ask."""


class NewAddress(EncryptedModel, SiteOwned):
    """The last one asked for in a case. Written by forms.casework.contact alone.

    Its row's key is in the links that are mailed: another one asked for ends them.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="new_address"
    )
    email = EncryptedTextField()
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("new e-mail address")
        verbose_name_plural = _("new e-mail addresses")

    def __str__(self) -> str:
        return f"{self.case_id}"

    @property
    def is_current(self) -> bool:
        """Whether its links still work."""
        return self.asked_at + LIFE > timezone.now()

    @property
    def is_waiting(self) -> bool:
        """Whether it can still be confirmed."""
        return self.confirmed_at is None and self.is_current


def forget_old_ones() -> None:
    """Forget what nobody can confirm or gainsay any more. The timeline has it."""
    NewAddress.objects.filter(asked_at__lte=timezone.now() - LIFE).delete()
