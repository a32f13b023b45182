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
IN_ENGLISH = ~Q(heading_en="") & ~Q(text_en="")
IN_WELSH = ~Q(heading_cy="") & ~Q(text_cy="")


A_DAY = dt.timedelta(days=1)
MISSING = {
    "en": _("Write it in English too, or tick that it cannot wait."),
    "cy": _("Write it in Welsh too, or tick that it cannot wait."),
}


def _is_address(text: str) -> bool:
    """A page of this site by its path, or a page elsewhere."""
    parts = urlsplit(text)
    if not parts.scheme and not parts.netloc:
        return text.startswith("/")
    return parts.scheme in ("https", "http") and bool(parts.netloc)


class Alert(SiteOwned):
    """Something that readers must know for a while.

    A service's own has the reach "here"; the hub's may go to other services too. It
    stands in both languages; what is important and cannot wait may begin in one.
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
    is_urgent = models.BooleanField(
        _("it cannot wait for the other language"),
        default=False,
        help_text=_(
            "Only for an important alert. It is shown in the language that is written,"
            " and is to be translated within a day."
        ),
    )
    one_language_since = models.DateTimeField(null=True, editable=False)
    reach = models.CharField(
        _("where it is shown"), max_length=8, choices=Reach, default=Reach.HERE
    )
    heading_en = models.CharField(_("Heading in English"), max_length=80, blank=True)
    text_en = models.TextField(_("Text in English"), max_length=300, blank=True)
    heading_cy = models.CharField(_("Heading in Welsh"), max_length=80, blank=True)
    text_cy = models.TextField(_("Text in Welsh"), max_length=300, blank=True)
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
                condition=(IN_ENGLISH & IN_WELSH)
                | Q(is_urgent=True, severity="important") & (IN_ENGLISH | IN_WELSH),
                name="alert_in_both_languages_or_urgent",
            ),
        ]

    def __str__(self) -> str:
        return self.heading_en or self.heading_cy

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Note since when it lacks a language: the day to translate it begins then."""
        if not self.lacks:
            self.one_language_since = None
        elif self.one_language_since is None:
            self.one_language_since = timezone.now()
        super().save(*args, **kwargs)

    @property
    def lacks(self) -> str:
        """The language that an urgent alert is still to be written in; else empty."""
        return next((code for code in SIDES if not self._is_written(code)), "")

    @property
    def translate_by(self) -> dt.datetime | None:
        """When it must stand in both languages; None where it does."""
        since = self.one_language_since
        return since + A_DAY if since and self.lacks else None

    def _is_written(self, language: str) -> bool:
        return bool(
            getattr(self, f"heading_{language}") and getattr(self, f"text_{language}")
        )

    def clean(self) -> None:
        """What is wrong, said beside its field."""
        problems: dict[str, Any] = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            problems["ends_at"] = _("It ends before it starts.")
        if self.reach != self.Reach.HERE and not self._is_of_the_hub():
            problems["reach"] = _("Only the hub writes alerts for other services.")
        problems |= self._problems_of_languages()
        problems |= self._problems_of_links()
        if problems:
            raise ValidationError(problems)

    def _is_of_the_hub(self) -> bool:
        return self.site_id is not None and self.site.profile.is_hub

    def _problems_of_languages(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for code in SIDES:
            if self._is_written(code) or self._may_wait_with(code):
                continue
            name = "text" if getattr(self, f"heading_{code}") else "heading"
            found[f"{name}_{code}"] = MISSING[code]
        if self.is_urgent and self.severity != self.Severity.IMPORTANT:
            found["is_urgent"] = _("Only an important alert cannot wait.")
        return found

    def _may_wait_with(self, language: str) -> bool:
        """Nothing of it is written, the other is, and it cannot wait for it."""
        begun = [getattr(self, f"{name}_{language}") for name in ("heading", "text")]
        can_wait = self.is_urgent and self.severity == self.Severity.IMPORTANT
        return can_wait and not any(begun) and any(map(self._is_written, SIDES))

    def _problems_of_links(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for code in SIDES:
            if not self._is_written(code):
                continue
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
        """Heading, text and link as readers of a language meet them, and in which.

        In the other language while it is urgent and not yet translated.
        """
        side = "cy" if language == "cy" else "en"
        if self.lacks == side:
            side = "en" if side == "cy" else "cy"
        return {
            "language": side,
            "heading": getattr(self, f"heading_{side}"),
            "text": getattr(self, f"text_{side}"),
            "link": self._link(side),
            "link_words": getattr(self, f"link_words_{side}"),
        }

    def is_shown_at(self, moment: dt.datetime) -> bool:
        """Whether its time has come, and not passed."""
        return bool(self.starts_at <= moment < self.ends_at)
