"""One request of one person: who asks for what, by when, and what became of it."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel, EncryptedTextField
from cms.roles import RIGHTS_ROLES
from sites.rights.clock import SOON, answer_by


class RightsRequest(EncryptedModel, SiteOwned):
    """Written only by sites.rights.services.

    `chosen` are the keys of the records that are the person's, `decisions` what was
    decided of each field of them. `done` is what was corrected. `paper` is what was
    handed over: the bundle itself, or the certificate, which says no more of anybody
    than it must.
    """

    staff_roles: ClassVar[AbstractSet[str]] = RIGHTS_ROLES

    class Kind(models.TextChoices):
        ACCESS = "access", pgettext_lazy("request", "To have a copy of their data")
        CORRECTION = (
            "correction",
            pgettext_lazy("request", "To have something corrected"),
        )
        ERASURE = "erasure", pgettext_lazy("request", "To have their data erased")

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("request", "Open")
        ANSWERED = "answered", pgettext_lazy("request", "Answered")
        REFUSED = "refused", pgettext_lazy("request", "Refused")
        CLOSED = "closed", pgettext_lazy("request", "Taken back")

    class Way(models.TextChoices):
        LETTER = "letter", pgettext_lazy("how somebody asked", "By letter")
        EMAIL = "email", pgettext_lazy("how somebody asked", "By e-mail")
        PHONE = "phone", pgettext_lazy("how somebody asked", "By phone")
        PERSON = "person", pgettext_lazy("how somebody asked", "In person")
        OTHER = "other", pgettext_lazy("how somebody asked", "Some other way")

    class Identity(models.TextChoices):
        KNOWN = "known", _("We know them, and it was them who asked")
        REACHED = "reached", _("They answered at the address or number that we hold")
        SHOWN = "shown", _("They showed a document")
        ACTING = "acting", _("Somebody acts for them, and showed that they may")
        NOT_YET = "not_yet", _("Not sure yet: we have asked them")

    class Handed(models.TextChoices):
        HAND = "hand", pgettext_lazy("how it was handed over", "By hand")
        POST = "post", pgettext_lazy("how it was handed over", "By post")
        MAIL = (
            "mail",
            pgettext_lazy(
                "how it was handed over", "By the council’s own secure e-mail"
            ),
        )

    kind = models.CharField(_("what they ask"), max_length=10, choices=Kind)
    name = EncryptedTextField(_("name"))
    email = EncryptedTextField(_("e-mail address"), blank=True, default="")
    phone = EncryptedTextField(_("phone number"), blank=True, default="")
    address = EncryptedTextField(_("address for the answer"), blank=True, default="")
    language = models.CharField(
        _("language of the answer"),
        max_length=2,
        choices=[("en", _("English")), ("cy", _("Welsh"))],
    )
    references = EncryptedTextField(
        _("numbers of their records"), blank=True, default=""
    )
    way = models.CharField(_("how they asked"), max_length=10, choices=Way)
    identity = models.CharField(
        _("how do you know that it is them?"), max_length=10, choices=Identity
    )
    identity_note = EncryptedTextField(_("note on that"), blank=True, default="")
    received_on = models.DateField(_("received on"))
    clock_from = models.DateField(_("the month runs from"), null=True, blank=True)
    answer_by = models.DateField(_("answer by"), null=True, editable=False)
    extended_on = models.DateField(null=True, editable=False)
    extended_why = EncryptedTextField(blank=True, default="")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    ended_on = models.DateField(null=True, editable=False)
    ended_why = EncryptedTextField(blank=True, default="")
    handed = models.CharField(max_length=10, choices=Handed, blank=True, default="")
    chosen = EncryptedJSONField(default=list, blank=True)
    decisions = EncryptedJSONField(default=dict, blank=True)
    done = EncryptedJSONField(default=list, blank=True)
    paper = EncryptedJSONField(default=dict, blank=True)

    class Meta:
        ordering = ["ended_on", "answer_by", "pk"]
        verbose_name = _("request about one’s own data")
        verbose_name_plural = _("requests about one’s own data")
        constraints = [
            models.CheckConstraint(
                name="a_request_ends_on_a_day",
                condition=Q(state="open", ended_on=None)
                | (~Q(state="open") & Q(ended_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_answer_is_handed_over",
                condition=~Q(state="answered") | ~Q(handed=""),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Request %(number)s") % {"number": self.pk})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count again by when it must be answered."""
        self.answer_by = self.clock_from and answer_by(
            self.clock_from, is_extended=self.extended_on is not None
        )
        super().save(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.state == self.State.OPEN

    @property
    def days_left(self) -> int | None:
        """Days until it must be answered, below zero once late; None: no clock."""
        return (self.answer_by - timezone.localdate()).days if self.answer_by else None

    @property
    def days_late(self) -> int:
        """Days since it should have been answered."""
        return -(self.days_left or 0)

    @property
    def is_late(self) -> bool:
        """Whether its time is over."""
        return self.is_open and self.days_left is not None and self.days_left < 0

    @property
    def is_soon(self) -> bool:
        """Whether its time is nearly over, or over."""
        left = self.days_left
        return self.is_open and left is not None and dt.timedelta(days=left) <= SOON

    @property
    def has_certificate(self) -> bool:
        """Whether there is something to certify."""
        return bool(self.done) or "erased" in self.paper
