"""An interview that is booked with an applicant, or was."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from forms.casework.models import LANGUAGES, Case


class Interview(EncryptedModel, SiteOwned):
    """When, how, where and with whom. Written only by this package's services.

    `uid` and `sequence` are what calendars know it by: each change is the next of it.
    Without a `language` the invitation asks which one they would like to speak.
    """

    class Way(models.TextChoices):
        PLACE = "place", pgettext_lazy("way to meet", "face to face")
        PHONE = "phone", pgettext_lazy("way to meet", "by phone")
        ONLINE = "online", pgettext_lazy("way to meet", "online")

    class Status(models.TextChoices):
        BOOKED = "booked", pgettext_lazy("interview", "booked")
        OVER = "over", pgettext_lazy("interview", "over")
        CANCELLED = "cancelled", pgettext_lazy("interview", "called off")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="interviews")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    way = models.CharField(max_length=6, choices=Way)
    where = EncryptedTextField()
    host = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    language = models.CharField(max_length=2, choices=LANGUAGES, blank=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.BOOKED)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["begins_at", "pk"]
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(status="booked"),
                name="one_interview_booked_per_case",
            ),
            models.CheckConstraint(
                name="interview_ends_after_it_begins",
                condition=models.Q(ends_at__gt=models.F("begins_at")),
            ),
            models.CheckConstraint(
                name="interview_status_is_declared",
                condition=models.Q(status__in=["booked", "over", "cancelled"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.uid}"

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends_at - self.begins_at).total_seconds()) // 60

    @property
    def version(self) -> str:
        """What whoever changes it has read: another change makes it another."""
        return f"{self.uid.hex}.{self.sequence}"
