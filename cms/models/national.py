"""The texts that the hub keeps for every service, and what a service keeps instead."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.models.base import SiteOwned
from cms.roles import OWN_TEXT_ROLES


class NationalText(models.Model):
    """One version of a starter page's text, in both languages, placeholders unfilled.

    Only cms.national writes here, and no version is ever deleted: pages know from
    which they were made. `texts` has the shape of the page files.
    """

    plugin = models.CharField(max_length=50)
    key = models.SlugField(max_length=80)
    nation = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField()
    is_newest = models.BooleanField(default=True)
    texts = models.JSONField()
    note_en = models.TextField(_("what changed and why, in English"), blank=True)
    note_cy = models.TextField(_("what changed and why, in Welsh"), blank=True)
    is_law = models.BooleanField(default=False)
    law_checked_on = models.DateField(null=True, blank=True)
    law_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The file's text as it was last seen, and that text itself while the hub, which
    # has written its own since, has not yet decided on it.
    file_digest = models.CharField(max_length=64)
    file_texts = models.JSONField(null=True)
    from_file = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["key", "nation", "-version"]
        constraints = [
            models.UniqueConstraint(
                "key", "nation", "version", name="one_row_per_national_version"
            ),
            models.UniqueConstraint(
                "key",
                "nation",
                condition=Q(is_newest=True),
                name="one_newest_national_text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"

    @property
    def title(self) -> str:
        """Its title in the reader's language, as the file has it."""
        return str(self.texts[_reader()]["title"])

    @property
    def note(self) -> str:
        """What changed and why, in the reader's language."""
        return self.note_cy if _reader() == "cy" else self.note_en


class KeptText(SiteOwned):
    """A service keeps its own words instead of one version, and says why."""

    staff_roles = OWN_TEXT_ROLES

    text = models.ForeignKey(
        NationalText, on_delete=models.PROTECT, related_name="kept"
    )
    reason = models.TextField(_("reason"), max_length=1000)
    law_checked_on = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField(auto_now=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("own words kept")
        verbose_name_plural = _("own words kept")
        constraints = [
            models.UniqueConstraint(
                "site", "text", name="one_decision_per_site_and_national_text"
            )
        ]

    def __str__(self) -> str:
        return f"{self.site_id}: {self.text_id}"


def _reader() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"
