"""How a case came, where nobody sent it on the website."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES
from forms.casework.languages import LANGUAGES

PHONE, PAPER, EVENT, LISTED = "phone", "paper", "event", "list"
WAYS = [
    (PHONE, pgettext_lazy("how a case came", "By phone")),
    (PAPER, pgettext_lazy("how a case came", "On paper")),
    (EVENT, pgettext_lazy("how a case came", "At an event")),
    (LISTED, pgettext_lazy("how a case came", "From a list")),
]
IN_A_SENTENCE = {
    PHONE: pgettext_lazy("how a case came", "by phone"),
    PAPER: pgettext_lazy("how a case came", "on paper"),
    EVENT: pgettext_lazy("how a case came", "at an event"),
    LISTED: pgettext_lazy("how a case came", "from a list"),
}
ONLINE = pgettext_lazy("how a case came", "On the website")
SIGNED = [
    ("signed", pgettext_lazy("a paper form", "Signed")),
    ("unsigned", pgettext_lazy("a paper form", "Not signed")),
]


class Arrival(EncryptedModel, SiteOwned):
    """Who keyed a case in, when, and from what. A case from the website has none.

    `written_in`, `signed` and `kept_at` are of a form: the language in which it was
    filled in, whether its declaration is signed, where the paper lies. The words that
    were declared stand with the answers, as they do for those who send online.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, related_name="arrival"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    how = models.CharField(max_length=10, choices=WAYS)
    written_in = models.CharField(max_length=2, blank=True, choices=LANGUAGES)
    signed = models.CharField(max_length=10, blank=True, choices=SIGNED)
    kept_at = EncryptedTextField(blank=True, default="")
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("way in which a case came")
        verbose_name_plural = _("ways in which cases came")
        constraints = [
            models.CheckConstraint(
                name="arrival_is_in_a_known_way",
                condition=models.Q(how__in=[key for key, _name in WAYS]),
            ),
            models.UniqueConstraint(
                fields=["site", "token"], name="one_arrival_per_site_and_token"
            ),
        ]

    @property
    def in_a_sentence(self) -> str:
        """How it came, in the middle of a line."""
        return str(IN_A_SENTENCE[self.how])

    @property
    def is_of_a_day(self) -> bool:
        """Whether staff know the day on which it came, and no time."""
        return bool(self.written_in) or self.how == LISTED

    def __str__(self) -> str:
        return f"{self.case_id} {self.how}"
