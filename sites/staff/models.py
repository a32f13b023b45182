"""An invitation: who is asked to work at a site, as what, and what came of it."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import OutboundEmail, SiteOwned
from cms.privacy import BlindIndexField, EncryptedModel, EncryptedTextField
from cms.roles import STAFF_ROLES, Role

VALID_FOR = dt.timedelta(days=7)


class Invitation(EncryptedModel, SiteOwned):
    """One person asked to work at one site. Written only by sites.staff.invitations.

    Only the hash of its token is kept: whoever reads the table can accept nothing.
    """

    staff_roles: ClassVar[AbstractSet[str]] = STAFF_ROLES

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("invitation", "Waiting")
        EXPIRED = "expired", pgettext_lazy("invitation", "Expired")
        ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
        WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "Withdrawn")

    email = EncryptedTextField()
    email_index = BlindIndexField(source="email")
    first_name = EncryptedTextField()
    last_name = EncryptedTextField(blank=True, default="")
    roles = models.JSONField(default=list)
    language = models.CharField(max_length=4, choices=OutboundEmail.Language)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                "site",
                "email_index",
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_address",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="invitation_has_one_end",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("sent_at")),
                name="invitation_expires_after_it_is_sent",
            ),
        ]

    @property
    def state(self) -> State:
        """What came of it."""
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.withdrawn_at:
            return self.State.WITHDRAWN
        expired = self.expires_at <= timezone.now()
        return self.State.EXPIRED if expired else self.State.WAITING

    @property
    def is_open(self) -> bool:
        """Whether it can be accepted now."""
        return self.state == self.State.WAITING

    @property
    def name(self) -> str:
        """The name the manager wrote."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def role_names(self) -> list[str]:
        """The roles in the reader's language, in their usual order."""
        return [str(role.label) for role in Role if role in self.roles]
