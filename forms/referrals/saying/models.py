"""What a child said of having a visitor. A later word stands beside an earlier one."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES
from forms.casework.models import Case


class Saying(EncryptedModel, SiteOwned):
    """One word of the child's, as somebody heard it. Never changed afterwards.

    It is a view and no decision: an objection is a stage, set by staff with who decided
    that the child understands enough (Children Act 1989 s23ZB; Social Services and
    Well-being (Wales) Act 2014 s98).
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    class Language(models.TextChoices):
        CY = "cy", pgettext_lazy("language of a talk", "Welsh")
        EN = "en", pgettext_lazy("language of a talk", "English")
        OTHER = "other", pgettext_lazy("language of a talk", "Another language")
        NONE = "none", pgettext_lazy("language of a talk", "Without words")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sayings")
    says = EncryptedTextField()
    how_shown = EncryptedTextField(blank=True, default="")
    heard_by = EncryptedTextField()
    heard_on = models.DateField()
    language = models.CharField(max_length=5, choices=Language)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-heard_on", "-pk"]
        verbose_name = _("word of a child")
        verbose_name_plural = _("words of children")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.site_id = self.case.site_id
        super().save(*args, **kwargs)
