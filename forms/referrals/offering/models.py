"""The link of a reviewing officer, and what was noted by it of one child, unnamed."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.language import plain_date
from cms.models import SiteOwned
from cms.privacy import BlindIndexField, EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES
from forms.referrals.choices import AGE_BANDS, NOT_SURE


class OfferLink(EncryptedModel, SiteOwned):
    """An independent reviewing officer who notes offers by a link of their own.

    The address carries a mark on `version`: with the next one the old link is dead.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    name = EncryptedTextField(_("name"))
    email = EncryptedTextField(_("email address"))
    email_index = BlindIndexField(source="email")
    version = models.PositiveIntegerField(default=1, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    last_used_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("link of a reviewing officer")
        verbose_name_plural = _("links of reviewing officers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "email_index"], name="one_offer_link_an_address"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether the link that was sent last works."""
        return self.withdrawn_at is None

    @property
    def reference(self) -> str:
        """What the log of reads calls it; it names nobody."""
        return f"IRO-{self.pk}"


class OfferRecord(SiteOwned):
    """One child considered, as their reviewing officer noted it. It names no child.

    `key` is the form's own: what is sent twice is kept once. Where its officer has been
    forgotten, `link` is empty, and the numbers stay.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    class Answer(models.TextChoices):
        WANTS = "wants", _("They would like a visitor")
        NOT_SURE = "not_sure", _("They are not sure")
        NOT_NOW = "not_now", _("They do not want one now")
        OBJECTS = "objects", _("They object to having a visitor")
        NOT_ASKED = "not_asked", _("Nobody has asked them yet")

    link = models.ForeignKey(
        OfferLink, null=True, on_delete=models.SET_NULL, related_name="records"
    )
    key = models.UUIDField(default=uuid4, editable=False)
    considered_on = models.DateField(_("considered on"))
    explained = models.BooleanField(pgettext_lazy("log of offers", "explained"))
    offered = models.BooleanField(pgettext_lazy("log of offers", "offered"))
    answer = models.CharField(_("answer"), max_length=12, choices=Answer)
    age_band = models.CharField(
        _("age"),
        max_length=12,
        blank=True,
        choices=[(c.value, c.label) for c in AGE_BANDS if c.value != NOT_SURE],
    )
    # The first of the month: nobody needs to know the day.
    next_review = models.DateField(_("next review"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("noted offer")
        verbose_name_plural = _("log of offers")
        ordering = ["-considered_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["link", "key"], name="one_noted_offer_a_form"
            )
        ]
        indexes = [models.Index(fields=["site", "considered_on"], name="offers_by_day")]

    def __str__(self) -> str:
        return plain_date(self.considered_on)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.link:
            self.site_id = self.link.site_id
        super().save(*args, **kwargs)
