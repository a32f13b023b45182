"""What a service's settings are made of, one part a screen (sites/screens)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from sites.models.terms import FormTerms


class ContactPart(models.Model):
    """What it is called and how people reach it; a reader sees one language of each."""

    name_en = models.CharField(_("name in English"), max_length=120)
    name_cy = models.CharField(_("name in Welsh"), max_length=120)
    email = models.EmailField(_("e-mail address of the service"), blank=True)
    phone = models.CharField(
        _("phone number of the service"), max_length=30, blank=True
    )
    address_en = models.TextField(
        _("postal address, in English"), max_length=300, blank=True
    )
    address_cy = models.TextField(
        _("postal address, in Welsh"), max_length=300, blank=True
    )
    hours_en = models.CharField(
        _("opening hours, in English"), max_length=160, blank=True
    )
    hours_cy = models.CharField(
        _("opening hours, in Welsh"), max_length=160, blank=True
    )
    area_served_en = models.TextField(
        _("whom it serves, in English"), max_length=400, blank=True
    )
    area_served_cy = models.TextField(
        _("whom it serves, in Welsh"), max_length=400, blank=True
    )

    class Meta:
        abstract = True


class WorryPart(models.Model):
    """Whom to ring about a child: at the foot of every page and mail."""

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

    class Meta:
        abstract = True


class PrivacyPart(models.Model):
    """Who answers for what people tell the service."""

    class RunBy(models.TextChoices):
        COUNCIL = "council", _("The council itself")
        CHARITY = "charity", _("A charity or another organisation, for the council")

    controller = models.CharField(_("data controller"), max_length=160, blank=True)
    dpo_contact = models.CharField(
        _("data protection officer"), max_length=160, blank=True
    )
    ico_registration = models.CharField(
        _("ICO registration number"), max_length=20, blank=True
    )
    run_by = models.CharField(
        _("who runs the service"),
        max_length=8,
        choices=RunBy,
        default=RunBy.COUNCIL,
    )
    provider = models.CharField(
        _("name of the organisation that runs it"), max_length=160, blank=True
    )
    who_controls_en = models.TextField(
        _("who controls what, in English"), max_length=600, blank=True
    )
    who_controls_cy = models.TextField(
        _("who controls what, in Welsh"), max_length=600, blank=True
    )

    class Meta:
        abstract = True


class ApprovalPart(models.Model):
    """Who has the last word on a page: editors themselves, or a manager."""

    manager_approves = models.BooleanField(
        _("a manager approves before publishing"), default=False
    )

    class Meta:
        abstract = True


class LanguagePart(models.Model):
    """What Welsh language standards ask of a service: compliance notices differ.

    Each duty is on until somebody switches it off; without standards there is none.
    """

    welsh_standards = models.BooleanField(
        _("Welsh language standards apply"), default=False
    )
    welcomes_welsh = models.BooleanField(
        _("say that letters in Welsh are welcome"), default=True
    )
    welcome_en = models.CharField(
        _("our own words of welcome, in English"), max_length=300, blank=True
    )
    welcome_cy = models.CharField(
        _("our own words of welcome, in Welsh"), max_length=300, blank=True
    )
    asks_languages = models.BooleanField(
        _("ask people which language they want to use"), default=True
    )
    writes_in_both = models.BooleanField(
        _("write in both languages where we do not know theirs"), default=True
    )

    class Meta:
        abstract = True

    @property
    def asks_which_language(self) -> bool:
        """Whether forms and invitations ask in which language to write and to speak."""
        return self.welsh_standards and self.asks_languages

    def welcome_in(self, language: str) -> str:
        """The welcome to letters in Welsh, for mails and the contact page, or ""."""
        if not (self.welsh_standards and self.welcomes_welsh):
            return ""
        own = self.welcome_cy if language == "cy" else self.welcome_en
        with override(language):
            return own or gettext(
                "We welcome correspondence in Welsh. We will reply in Welsh, and that"
                " will not lead to delay."
            )


class VisitsPart(models.Model):
    """What is asked of a volunteer, and whom the service is for."""

    class Often(models.TextChoices):
        MONTHLY = "monthly", _("About once a month")
        FORTNIGHTLY = "fortnightly", _("About once a fortnight")
        AGREED = "agreed", _("As each young person and visitor agree")

    minimum_age = models.PositiveSmallIntegerField(
        _("minimum age of a volunteer"), default=18, choices=[(18, "18"), (21, "21")]
    )
    commitment_months = models.PositiveSmallIntegerField(
        _("for how long a volunteer commits themselves"),
        default=12,
        choices=[(12, _("At least a year")), (24, _("At least two years"))],
    )
    visits = models.CharField(
        _("how often they visit"), max_length=11, choices=Often, default=Often.MONTHLY
    )
    youngest = models.PositiveSmallIntegerField(
        _("age of the youngest children it serves"), null=True, blank=True
    )
    oldest = models.PositiveSmallIntegerField(
        _("age of the oldest young people it serves"), null=True, blank=True
    )
    third_referee = models.BooleanField(_("ask for a third referee"), default=False)
    both_parts_at_once = models.BooleanField(
        _("ask both parts of the application at once"), default=False
    )
    serves_care_leavers = models.BooleanField(_("serves care leavers"), default=False)

    class Meta:
        abstract = True


class FormsPart(models.Model):
    """On what terms each form is open, by its plugin's label: no query of its own."""

    class Captcha(models.TextChoices):
        CHECKBOX = "v2", _("Version 2: people tick “I’m not a robot”")
        SCORE = "v3", _("Version 3: nothing to tick, Google gives a score")

    form_terms = models.JSONField(default=dict, blank=True, editable=False)
    recaptcha_version = models.CharField(
        _("kind of reCAPTCHA"), max_length=2, choices=Captcha, default=Captcha.CHECKBOX
    )
    # How many minutes each form takes here, by way; counted by forms.journeys.timing.
    form_minutes = models.JSONField(default=dict, blank=True, editable=False)
    recaptcha_public_key = models.CharField(
        _("reCAPTCHA site key"), max_length=100, blank=True
    )
    recaptcha_private_key = models.CharField(
        _("reCAPTCHA secret key"), max_length=100, blank=True
    )

    class Meta:
        abstract = True

    def terms_of(self, kind: str) -> FormTerms:
        """The terms of the form of plugin `kind`; the usual ones where none are set."""
        return FormTerms.read(self.form_terms.get(kind, {}))

    def set_terms(self, kind: str, terms: FormTerms) -> None:
        """Write the terms of one form beside those of the others; save afterwards."""
        kept: dict[str, Any] = dict(self.form_terms)
        self.form_terms = {**kept, kind: terms.written()}
