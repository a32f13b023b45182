"""The outbox: every mail the platform sends is a row before it is a message."""

import smtplib

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models.base import SiteOwned
from cms.privacy.fields import BlindIndexField, EncryptedJSONField, EncryptedTextField
from cms.privacy.models import EncryptedModel


class OutboundEmail(EncryptedModel, SiteOwned):
    """One mail to one person. Written by `queue_mail`, sent and marked by the worker.

    Who it goes to and what it says are encrypted; the rest names nobody.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("waiting to be sent")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")

    class Language(models.TextChoices):
        WELSH = "cy", _("Welsh")
        ENGLISH = "en", _("English")
        BOTH = "both", _("both languages, Welsh first")

    to = EncryptedTextField()
    to_index = BlindIndexField(source="to")
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=4, choices=Language)
    context = EncryptedJSONField(default=dict)
    case_reference = models.CharField(max_length=32, blank=True, db_index=True)

    # What was said, kept from the first attempt on: a repeat says the same.
    subject = EncryptedTextField(blank=True, default="")
    text = EncryptedTextField(blank=True, default="")
    html = EncryptedTextField(blank=True, default="")

    status = models.CharField(max_length=8, choices=Status, default=Status.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=150, unique=True)
    last_error = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        indexes = [models.Index("status", "next_attempt_at", name="mail_that_is_due")]
        constraints = [
            models.CheckConstraint(
                name="mail_status_is_declared",
                condition=models.Q(status__in=["queued", "sending", "sent", "failed"]),
            ),
            models.CheckConstraint(
                name="mail_sent_has_its_time",
                condition=models.Q(sent_at__isnull=False) | ~models.Q(status="sent"),
            ),
            models.CheckConstraint(
                name="mail_being_sent_has_a_lease",
                condition=models.Q(lease_until__isnull=False)
                | ~models.Q(status="sending"),
            ),
        ]

    @property
    def message_was_refused(self) -> bool:
        """Whether a server refused what stands in it, and not the address (5xx)."""
        return self.last_error.startswith(f"{smtplib.SMTPDataError.__name__} 5")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the mail speaks, in order."""
        return ("cy", "en") if self.language == self.Language.BOTH else (self.language,)
