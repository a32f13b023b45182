"""An alert: its words in both languages, where it is shown, and from when to when."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import SiteOwned
from cms.roles import ALERT_ROLES

SIDES = ("en", "cy")


def _is_address(text: str) -> bool:
    """A page of this site by its path, or a page elsewhere."""
    parts = urlsplit(text)
    if not parts.scheme and not parts.netloc:
        return text.startswith("/")
    return parts.scheme in ("https", "http") and bool(parts.netloc)


class Alert(SiteOwned):
    """Something that readers must know for a while.

    A service's own has the reach "here"; the hub's may go to other services too.
    """

    staff_roles: ClassVar[AbstractSet[str]] = ALERT_ROLES

    class Severity(models.TextChoices):
        INFORMATION = "information", pgettext_lazy("alert", "Information")
        IMPORTANT = "important", pgettext_lazy("alert", "Important")

    class Reach(models.TextChoices):
        HERE = "here", pgettext_lazy("alert", "This site alone")
        ALL = "all", pgettext_lazy("alert", "Every service, and this site")
        ENGLAND = "England", pgettext_lazy("alert", "Every service in England")
        WALES = "Wales", pgettext_lazy("alert", "Every service in Wales")

    severity = models.CharField(
        _("how much it matters"),
        max_length=12,
        choices=Severity,
        default=Severity.INFORMATION,
        help_text=_("“Important” stands out more. Keep it for what cannot wait."),
    )
    reach = models.CharField(
        _("where it is shown"), max_length=8, choices=Reach, default=Reach.HERE
    )
    heading_en = models.CharField(_("Heading in English"), max_length=80)
    text_en = models.TextField(_("Text in English"), max_length=300)
    heading_cy = models.CharField(_("Heading in Welsh"), max_length=80)
    text_cy = models.TextField(_("Text in Welsh"), max_length=300)
    link_en = models.CharField(
        _("Address of the English page"),
        max_length=300,
        blank=True,
        help_text=_("For example /en/contact/ or https://…"),
    )
    link_words_en = models.CharField(
        _("Words of the link in English"), max_length=80, blank=True
    )
    link_cy = models.CharField(
        _("Address of the Welsh page"),
        max_length=300,
        blank=True,
        help_text=_("Leave it empty if the link leads to the same page."),
    )
    link_words_cy = models.CharField(
        _("Words of the link in Welsh"), max_length=80, blank=True
    )
    starts_at = models.DateTimeField(
        _("shown from"), default=timezone.now, help_text=_("British time.")
    )
    ends_at = models.DateTimeField(
        _("shown until"),
        help_text=_("British time. It then goes by itself, from every page."),
    )

    class Meta:
        ordering = ["-ends_at", "-pk"]
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="alert_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(heading_en="")
                & ~Q(text_en="")
                & ~Q(heading_cy="")
                & ~Q(text_cy=""),
                name="alert_in_both_languages",
            ),
        ]

    def __str__(self) -> str:
        return self.heading_en

    def clean(self) -> None:
        """What is wrong, said beside its field."""
        problems: dict[str, Any] = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            problems["ends_at"] = _("It ends before it starts.")
        if self.reach != self.Reach.HERE and not self._is_of_the_hub():
            problems["reach"] = _("Only the hub writes alerts for other services.")
        problems |= self._problems_of_links()
        if problems:
            raise ValidationError(problems)

    def _is_of_the_hub(self) -> bool:
        return self.site_id is not None and self.site.profile.is_hub

    def _problems_of_links(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for code in SIDES:
            link, words = self._link(code), getattr(self, f"link_words_{code}")
            if link and not words:
                found[f"link_words_{code}"] = _("Say where the link leads.")
            if words and not link:
                found[f"link_{code}"] = _("Give the address of the link.")
        for code in SIDES:
            link = getattr(self, f"link_{code}")
            if link and not _is_address(link):
                found[f"link_{code}"] = _("Begin it with / or with https://")
            elif link.startswith("/") and self.reach != self.Reach.HERE:
                found[f"link_{code}"] = _(
                    "Other services have no such page: begin it with https://"
                )
        return found

    def _link(self, language: str) -> str:
        return str(self.link_cy or self.link_en if language == "cy" else self.link_en)

    def words_in(self, language: str) -> dict[str, str]:
        """Heading, text and link as readers of a language meet them."""
        side = "cy" if language == "cy" else "en"
        return {
            "heading": getattr(self, f"heading_{side}"),
            "text": getattr(self, f"text_{side}"),
            "link": self._link(side),
            "link_words": getattr(self, f"link_words_{side}"),
        }

    def is_shown_at(self, moment: dt.datetime) -> bool:
        """Whether its time has come, and not passed."""
        return bool(self.starts_at <= moment < self.ends_at)
