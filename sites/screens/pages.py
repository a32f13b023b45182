"""The pages of settings that every service has."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sites.models import Service
from sites.screens.forms import Section, SettingsForm

IN_BOTH = _("In both languages; a reader never sees the other one.")
MOST_AGE = 25
SMALL = forms.Textarea(attrs={"rows": 3})


class NamesForm(SettingsForm):
    """What the service is called, and whom it is for."""

    pairs = ("name", "area_served")
    sections = (
        Section(title=_("Name"), help=IN_BOTH, names=("name_en", "name_cy")),
        Section(
            title=_("Whom it serves"),
            help=_("One or two sentences for the contact page, in both languages."),
            names=("area_served_en", "area_served_cy"),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("name_en", "name_cy"),
            *("area_served_en", "area_served_cy"),
        ]
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("area_served_en", "area_served_cy"), SMALL
        )


class ContactForm(SettingsForm):
    """How people reach the service."""

    pairs = ("hours", "address")
    sections = (
        Section(
            title=_("Phone and e-mail"),
            help=_("At the foot of every page and mail, and on the contact page."),
            names=("phone", "email"),
        ),
        Section(
            title=_("Opening hours"),
            help=_("As people read them, like “Monday to Friday, 9am to 5pm”."),
            names=("hours_en", "hours_cy"),
        ),
        Section(
            title=_("Postal address"),
            help=_("For the contact page. Leave both empty if nobody may write."),
            names=("address_en", "address_cy"),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("phone", "email", "hours_en", "hours_cy"),
            *("address_en", "address_cy"),
        ]
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("address_en", "address_cy"), SMALL
        )


class WorryForm(SettingsForm):
    """Whom to ring about a child."""

    sections = (
        Section(
            title=_("Worried about a child?"),
            help=_(
                "These numbers stand at the foot of every page, form and mail. The"
                " forms stay closed without them."
            ),
            names=("day_phone", "night_phone", "staff_concern_contact"),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("day_phone", "night_phone", "staff_concern_contact")
        ]


class PrivacyForm(SettingsForm):
    """Who answers for what people tell the service."""

    pairs = ("who_controls",)
    sections = (
        Section(
            title=_("Who answers for the information"),
            help=_("On the privacy page. The forms stay closed without these."),
            names=("controller", "dpo_contact", "ico_registration"),
        ),
        Section(
            title=_("Who runs the service"),
            help=_(
                "Where a charity runs it for the council, its name and who controls"
                " what are needed too."
            ),
            names=("run_by", "provider", "who_controls_en", "who_controls_cy"),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("controller", "dpo_contact", "ico_registration"),
            *("run_by", "provider", "who_controls_en", "who_controls_cy"),
        ]
        widgets: ClassVar[dict[str, Any]] = {
            "run_by": forms.RadioSelect,
            **dict.fromkeys(("who_controls_en", "who_controls_cy"), SMALL),
        }

    def clean_ico_registration(self) -> str:
        return str(self.cleaned_data["ico_registration"]).upper()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("run_by") == Service.RunBy.CHARITY:
            for name in ("provider", "who_controls_en", "who_controls_cy"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(
                        name, gettext("Needed where another organisation runs it.")
                    )
        return data


class ApprovalForm(SettingsForm):
    """Who has the last word on a page."""

    sections = (
        Section(
            title=_("Before a page is published"),
            help=_(
                "Editors and translators then send a page to your managers, who"
                " publish it or send it back with a comment. Both hear by e-mail what"
                " came of it. Editors can still write everything; they can neither"
                " publish a page nor take one down themselves. The rule of both"
                " languages holds for what a manager approves too."
            ),
            names=("manager_approves",),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = ["manager_approves"]


class VisitsForm(SettingsForm):
    """What is asked of a volunteer."""

    sections = (
        Section(
            title=_("What you ask of a volunteer"),
            help=_("The application form and the pages about volunteering say this."),
            names=("minimum_age", "commitment_months", "visits"),
        ),
        Section(
            title=_("How your service works"),
            names=("both_parts_at_once", "third_referee", "serves_care_leavers"),
        ),
        Section(
            title=_("How old the young people are"),
            help=_(
                "The pages about volunteering say it, and applicants choose between"
                " these ages. Leave both empty if you serve all ages."
            ),
            names=("youngest", "oldest"),
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("minimum_age", "commitment_months", "visits"),
            *("both_parts_at_once", "third_referee", "serves_care_leavers"),
            *("youngest", "oldest"),
        ]
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("minimum_age", "commitment_months", "visits"), forms.RadioSelect
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        youngest, oldest = data.get("youngest"), data.get("oldest")
        for name in ("youngest", "oldest"):
            if data.get(name) is not None and data[name] > MOST_AGE:
                self.add_error(name, gettext("Enter an age of 25 or less."))
        if (youngest is None) != (oldest is None):
            empty = "youngest" if youngest is None else "oldest"
            self.add_error(empty, gettext("Enter both ages, or leave both empty."))
        elif youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("oldest", gettext("Enter an age not below the other."))
        return data


class SpamForm(SettingsForm):
    """Google's check against spam, for whoever has keys. The secret is never shown."""

    secrets = frozenset({"recaptcha_private_key"})
    sections = (
        Section(
            title=_("Spam protection"),
            help=_(
                "Without keys the forms are protected too. Young people never see it."
            ),
            names=(
                *("recaptcha_version", "recaptcha_public_key"),
                *("recaptcha_private_key", "forget_keys"),
            ),
        ),
    )
    forget_keys = forms.BooleanField(
        label=_("Remove both keys and stop using reCAPTCHA"), required=False
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("recaptcha_version", "recaptcha_public_key", "recaptcha_private_key")
        ]
        widgets: ClassVar[dict[str, Any]] = {
            "recaptcha_version": forms.RadioSelect,
            "recaptcha_private_key": forms.PasswordInput(render_value=False),
        }

    def prepare(self) -> None:
        # Empty means “as it is”: the secret never leaves the server again.
        self.initial["recaptcha_private_key"] = ""
        if self.service.recaptcha_private_key:
            self.fields["recaptcha_private_key"].help_text = gettext(
                "A key is kept. Leave this empty to keep it."
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        kept = self.service.recaptcha_private_key
        secret = data.get("recaptcha_private_key") or kept
        if not data.get("forget_keys") and bool(data.get("recaptcha_public_key")) != (
            bool(secret)
        ):
            self.add_error(
                "recaptcha_public_key",
                gettext("Google gives two keys: enter both, or remove both."),
            )
        return data

    def keep(self, locked: Service) -> None:
        super().keep(locked)
        if self.cleaned_data["forget_keys"]:
            locked.recaptcha_public_key = locked.recaptcha_private_key = ""
