"""A service's own facts: whose it is, how to reach it, whom to ring about a child."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.registry import register_setting
from wagtail.models import Site

from cms.models import SiteSettings
from sites.models.authority import Authority

PAIR_HELP = _("In both languages; a reader never sees the other one.")


@register_setting(icon="home", order=10)
class Service(SiteSettings):
    """One service's settings. Forms stay closed until `missing_to_open` is empty."""

    authority = models.OneToOneField(
        Authority, null=True, editable=False, on_delete=models.PROTECT
    )
    name_en = models.CharField(_("name in English"), max_length=120)
    name_cy = models.CharField(_("name in Welsh"), max_length=120)
    email = models.EmailField(_("e-mail address of the service"), blank=True)
    phone = models.CharField(
        _("phone number of the service"), max_length=30, blank=True
    )
    day_phone = models.CharField(
        _("children's social care, by day"), max_length=30, blank=True
    )
    night_phone = models.CharField(
        _("children's social care, out of hours"), max_length=30, blank=True
    )
    staff_concern_contact = models.CharField(
        _("whom to ring about a volunteer or a member of staff"),
        max_length=160,
        blank=True,
    )
    controller = models.CharField(_("data controller"), max_length=160, blank=True)
    dpo_contact = models.CharField(
        _("data protection officer"), max_length=160, blank=True
    )
    ico_registration = models.CharField(
        _("ICO registration number"), max_length=20, blank=True
    )
    welsh_standards = models.BooleanField(
        _("Welsh language standards apply"), default=False
    )
    minimum_age = models.PositiveSmallIntegerField(
        _("minimum age of a volunteer"), default=18, choices=[(18, "18"), (21, "21")]
    )
    both_parts_at_once = models.BooleanField(
        _("ask both parts of the application at once"), default=False
    )
    serves_care_leavers = models.BooleanField(_("serves care leavers"), default=False)
    recaptcha_public_key = models.CharField(
        _("reCAPTCHA site key"), max_length=100, blank=True
    )
    recaptcha_private_key = models.CharField(
        _("reCAPTCHA secret key"), max_length=100, blank=True
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name_en"),
                FieldPanel("name_cy"),
                FieldPanel("email"),
                FieldPanel("phone"),
            ],
            heading=_("Your service"),
            help_text=PAIR_HELP,
        ),
        MultiFieldPanel(
            [
                FieldPanel("day_phone"),
                FieldPanel("night_phone"),
                FieldPanel("staff_concern_contact"),
            ],
            heading=_("Worried about a child?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("controller"),
                FieldPanel("dpo_contact"),
                FieldPanel("ico_registration"),
            ],
            heading=_("Privacy"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("minimum_age"),
                FieldPanel("both_parts_at_once"),
                FieldPanel("serves_care_leavers"),
                FieldPanel("welsh_standards"),
            ],
            heading=_("How your service works"),
        ),
        MultiFieldPanel(
            [FieldPanel("recaptcha_public_key"), FieldPanel("recaptcha_private_key")],
            heading=_("Spam protection"),
        ),
    ]

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
        return self.name_cy if language == "cy" else self.name_en

    def missing_to_open(self) -> list[str]:
        """Names of the settings without which forms stay closed (SERVICE: privacy)."""
        return [name for name in self.REQUIRED_TO_OPEN if not getattr(self, name)]
