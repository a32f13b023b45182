"""A service's own facts: whose it is, how to reach it, whom to ring about a child."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import SiteSettings
from sites.models.authority import Authority
from sites.models.parts import (
    ApprovalPart,
    ContactPart,
    FormsPart,
    LanguagePart,
    PrivacyPart,
    VisitsPart,
    WorryPart,
)


class Service(
    ContactPart,
    WorryPart,
    PrivacyPart,
    LanguagePart,
    VisitsPart,
    FormsPart,
    ApprovalPart,
    SiteSettings,
):
    """One service's settings. Forms stay closed until `missing_to_open` is empty.

    Its managers change them on the screens of sites/screens, which log each change.
    """

    authority = models.OneToOneField(
        Authority, null=True, editable=False, on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = _("service details")

    REQUIRED_TO_OPEN = (
        "email",
        "phone",
        "day_phone",
        "night_phone",
        "staff_concern_contact",
        "controller",
        "dpo_contact",
        "ico_registration",
    )

    def __str__(self) -> str:
        return self.name_en

    @classmethod
    def of(cls, site: Site) -> "Service | None":
        """The details of `site`: those that came with it, else one query."""
        if "service" in site._state.fields_cache:
            return getattr(site, "service", None)
        return cls.objects.filter(site=site).select_related("authority").first()

    def name_in(self, language: str) -> str:
        """The service's name in "en" or "cy"."""
        return self.text_in("name", language)

    def text_in(self, name: str, language: str) -> str:
        """A setting that stands in both languages, in one of them."""
        return str(getattr(self, f"{name}_{'cy' if language == 'cy' else 'en'}"))

    def controller_in(self, language: str) -> str:
        """Who answers for what people tell: the council has a name in each language.

        A manager who has written another name gets it as it was written.
        """
        if self.authority and self.controller == self.authority.name_en:
            return str(self.authority.council_name(language))
        return str(self.controller)

    def language_for_anyone(self) -> str:
        """How to write to somebody whose language nobody knows: a mail's language."""
        if self.welsh_standards and self.writes_in_both:
            return "both"
        return str(self.site.profile.default_language)

    def missing_to_open(self) -> list[str]:
        """Names of the settings without which forms stay closed (SERVICE: privacy)."""
        missing = [name for name in self.REQUIRED_TO_OPEN if not getattr(self, name)]
        if self.run_by == self.RunBy.CHARITY:
            who = ("provider", "who_controls_en", "who_controls_cy")
            missing += [name for name in who if not getattr(self, name)]
        return missing
