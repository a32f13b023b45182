"""Who handed a case to which council, what went with it, and what they answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.privacy import EncryptedJSONField, EncryptedTextField
from forms.casework.entries import Entry


class HandOver(Entry):
    """One hand-over. Written only by forms.casework.handing_over.services.

    It is the sender's row. `received` is the case that the other service got; empty
    where it has none here and got it on paper. `sent` is all that went, word for word.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("hand-over", "Waiting for an answer")
        ACCEPTED = "accepted", pgettext_lazy("hand-over", "Accepted")
        REFUSED = "refused", pgettext_lazy("hand-over", "Not accepted")
        PRINTED = "printed", pgettext_lazy("hand-over", "On paper")

    class Told(models.TextChoices):
        LETTER = "letter", _("I write to them by e-mail, on the next page")
        PHONE = "phone", _("I have told them by phone or in person")
        THROUGH = "through", _("Somebody they picked has told them")
        LATER = "later", _("Not yet: I will tell them, and note it here")

    to = models.ForeignKey(
        "authorities.Authority", on_delete=models.PROTECT, related_name="+"
    )
    contact = EncryptedTextField(blank=True, default="")
    why = EncryptedTextField()
    told = models.CharField(max_length=7, choices=Told)
    sent = EncryptedJSONField(default=dict)
    state = models.CharField(max_length=8, choices=State)
    received = models.OneToOneField(
        "casework.Case",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="handed_in",
    )
    answer = EncryptedTextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Entry.Meta):
        verbose_name = _("hand-over of a case")
        verbose_name_plural = _("hand-overs of cases")
        constraints = [
            models.UniqueConstraint(
                "case",
                condition=models.Q(state="waiting"),
                name="one_hand_over_of_a_case_at_a_time",
            ),
        ]

    @property
    def waits(self) -> bool:
        """Whether the other service has still to answer."""
        return self.state == self.State.WAITING
