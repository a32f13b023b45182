"""Drafts, the links that bring people back to them, and receipts of what was sent."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from cms.models import SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel, EncryptedTextField
from forms.journeys.questions.models import FormInWork, FormVersion

__all__ = [
    "Completion",
    "Draft",
    "FormInWork",
    "FormVersion",
    "Receipt",
    "ResumeLink",
]


class Draft(EncryptedModel, SiteOwned):
    """The answers of somebody who has not sent yet. Written by forms.journeys.drafts.

    Nobody on the staff sees drafts. The browser holds the secret, we hold its hashes:
    one for each browser in which the draft was opened.
    """

    staff_roles: ClassVar[frozenset[str]] = frozenset()

    kind = models.CharField(max_length=50)
    # Which of the plugin's forms, where it has several (Journey.door).
    door = models.CharField(max_length=20, blank=True, default="")
    secret_hashes = models.JSONField(default=list)
    answers = EncryptedJSONField(default=dict)
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    flags = models.JSONField(default=list)
    campaign = models.CharField(max_length=40, blank=True)
    saved_to = EncryptedTextField(blank=True, default="")
    # The reference of what was sent before, where this adds to it.
    adds_to = models.CharField(max_length=16, blank=True, default="", db_index=True)
    # The steps that it asks alone, where a paper form left something out.
    asks_only = models.JSONField(default=list)
    # What it asks to the end, whatever is published meanwhile; None: as supplied.
    form_version = models.ForeignKey(
        FormVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # A keyed hash (cms.privacy.blind_index): the code itself is on paper alone.
    code_hash = models.CharField(max_length=64, blank=True, default="", db_index=True)
    wants_reminder = models.BooleanField(default=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)
    # How long somebody has been at it so far, without their pauses.
    seconds = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)


class ResumeLink(SiteOwned):
    """A mailed link back to a draft. It outlives the draft, to say kindly that it did.

    Only the hash of the token is kept; the row names nobody.
    """

    staff_roles: ClassVar[frozenset[str]] = frozenset()

    kind = models.CharField(max_length=50)
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"resume link {self.pk}"

    @property
    def is_expired(self) -> bool:
        """Whether its time has passed or what it led to is gone."""
        return self.draft is None or self.expires_at <= timezone.now()


class Receipt(models.Model):
    """What became of a draft that was sent. One a draft: a second send finds it."""

    draft = models.OneToOneField(
        Draft, on_delete=models.CASCADE, primary_key=True, related_name="receipt"
    )
    reference = models.CharField(max_length=16)
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    was_young = models.BooleanField(default=False)
    sent_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.reference


class Completion(SiteOwned):
    """How long somebody took. It names nobody, and leads to nothing they sent."""

    staff_roles: ClassVar[frozenset[str]] = frozenset()

    kind = models.CharField(max_length=50)
    door = models.CharField(max_length=20, blank=True, default="")
    way = models.CharField(max_length=20, blank=True)
    seconds = models.PositiveIntegerField()
    sent_on = models.DateField(default=timezone.localdate, db_index=True)

    def __str__(self) -> str:
        return f"{self.kind}: {self.seconds} s"
