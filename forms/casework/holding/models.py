"""Who keeps a case from being deleted, why, and until when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.privacy import EncryptedTextField
from forms.casework.entries import Entry


class Hold(Entry):
    """One hold; put on by `by` at `at`, and lifted by somebody, later."""

    why = EncryptedTextField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Entry.Meta):
        verbose_name = _("hold of a case")
        verbose_name_plural = _("holds of cases")
        constraints = [
            models.UniqueConstraint(
                "case",
                condition=models.Q(lifted_at=None),
                name="one_hold_of_a_case_at_a_time",
            ),
        ]
