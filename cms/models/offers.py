"""What a service offers to the hub: one denormalised row for both languages of a page.

Lists across sites read these rows and never the pages. Only cms.offers writes them.
"""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail.search import index

from cms.models.base import SiteOwned
from cms.roles import OFFER_ROLES

LANGUAGES = ("en", "cy")
OUTSIDE = "outside"
"""The kind of an offer of an authority that is not on the platform: it has no page."""


class ArticleRow(SiteOwned):
    """Both languages of a page in one row: all that a list of another site shows."""

    translation_key = models.UUIDField(editable=False)
    kind = models.CharField(max_length=100, editable=False)
    topic = models.CharField(max_length=20, blank=True)
    date = models.DateField(null=True)
    image = models.CharField(max_length=500, blank=True)
    page_en = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    page_cy = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ready_en = models.BooleanField(default=False)
    ready_cy = models.BooleanField(default=False)
    title_en = models.CharField(max_length=255, blank=True)
    title_cy = models.CharField(max_length=255, blank=True)
    summary_en = models.TextField(blank=True)
    summary_cy = models.TextField(blank=True)
    image_alt_en = models.CharField(max_length=255, blank=True)
    image_alt_cy = models.CharField(max_length=255, blank=True)
    url_en = models.CharField(max_length=500, blank=True)
    url_cy = models.CharField(max_length=500, blank=True)
    updated_en = models.DateTimeField(null=True)
    updated_cy = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title_cy if self.ready_cy and not self.ready_en else self.title_en

    def is_ready(self, language: str) -> bool:
        """Whether the page can be read in `language` at its own site."""
        return bool(self.in_language("ready", language))

    def in_language(self, name: str, language: str) -> Any:
        """The column `name` of one language: `in_language("title", "cy")`."""
        return getattr(self, f"{name}_{language}")

    def language_for(self, reader: str) -> str:
        """The reader's language where the page is ready in it, else the other."""
        other = "en" if reader == "cy" else "cy"
        return other if self.is_ready(other) and not self.is_ready(reader) else reader


class Offer(index.Indexed, ArticleRow):
    """A page that a site offers, what the hub decided, and what a list shows of it."""

    search_auto_update = False  # cms.offers.rows does it, where the words changed.
    search_fields = [index.AutocompleteField("search_tokens")]

    class State(models.TextChoices):
        OFFERED = "offered", pgettext_lazy("offer", "Waiting for the hub")
        ACCEPTED = "accepted", pgettext_lazy("offer", "Accepted")
        FEATURED = "featured", pgettext_lazy("offer", "Featured")
        DECLINED = "declined", pgettext_lazy("offer", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("offer", "Withdrawn")

    staff_roles: ClassVar[AbstractSet[str]] = OFFER_ROLES

    state = models.CharField(_("state"), max_length=10, choices=State)
    offered_at = models.DateTimeField(_("offered"))
    reason_en = models.TextField(_("reason, in English"), max_length=600, blank=True)
    reason_cy = models.TextField(_("reason, in Welsh"), max_length=600, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    # Of an authority that is not on the platform: its slug in the register.
    origin = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("offer to the hub")
        verbose_name_plural = _("offers to the hub")
        constraints = [
            models.UniqueConstraint(
                "site", "translation_key", name="one_offer_per_site_and_page"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        "offered",
                        "accepted",
                        "featured",
                        "declined",
                        "withdrawn",
                    ]
                ),
                name="offer_state_is_declared",
            ),
        ]
        indexes = [models.Index(fields=["state", "-date"], name="offers_by_date")]

    @property
    def edited_since(self) -> bool:
        """It is shown, and its service has published it again since the decision."""
        shown = self.state in (self.State.ACCEPTED, self.State.FEATURED)
        updates = [moment for moment in (self.updated_en, self.updated_cy) if moment]
        decided = self.decided_at
        return bool(shown and decided and updates and max(updates) > decided)

    def search_tokens(self) -> str:
        """Its words as the public search compares them, of each language it has."""
        from cms.search import index_tokens

        return " ".join(
            index_tokens(
                self.in_language("title", language),
                [self.in_language("summary", language)],
                language,
            )
            for language in LANGUAGES
            if self.is_ready(language)
        )
