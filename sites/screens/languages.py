"""The page of settings about languages: what shows, and what the standards ask."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.models import SiteProfile
from sites.models import Service
from sites.screens.forms import Section, SettingsForm

SMALL = forms.Textarea(attrs={"rows": 3})


class LanguagesForm(SettingsForm):
    """Which language comes first, whether Welsh shows, what the standards ask."""

    pairs = ("welcome",)
    sections = (
        Section(
            title=_("Languages"),
            help=_(
                "Where Welsh language standards apply, the Welsh side cannot be hidden."
                " Hiding it deletes nothing."
            ),
            names=("default_language", "welsh_standards", "hides_welsh"),
        ),
        Section(
            title=_("What your compliance notice asks"),
            help=_(
                "Only where Welsh language standards apply. Leave these ticked unless"
                " your notice says otherwise."
            ),
            names=("asks_languages", "writes_in_both", "welcomes_welsh"),
        ),
        Section(
            title=_("Welcoming letters in Welsh"),
            help=_(
                "Leave both empty for the usual words: “We welcome correspondence in"
                " Welsh. We will reply in Welsh, and that will not lead to delay.”"
            ),
            names=("welcome_cy", "welcome_en"),
        ),
    )
    default_language = forms.ChoiceField(
        label=_("Which language comes first"),
        choices=[("en", "English"), ("cy", "Cymraeg")],
        widget=forms.RadioSelect,
        help_text=_("For readers whose browser does not say which one they want."),
    )
    hides_welsh = forms.BooleanField(
        label=_("Hide the Welsh side of the website"),
        required=False,
        help_text=_(
            "Readers who come to it find a notice in Welsh, and the way to English."
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = [
            *("welsh_standards", "asks_languages", "writes_in_both"),
            *("welcomes_welsh", "welcome_cy", "welcome_en"),
        ]
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("welcome_cy", "welcome_en"), SMALL
        )
        help_texts: ClassVar[dict[str, Any]] = {
            "asks_languages": _(
                "Forms ask in which language to write and to speak; letters that invite"
                " people ask too."
            ),
            "writes_in_both": _(
                "One mail in both, Welsh first, to a referee, a carer or anybody who"
                " has not been asked. Otherwise it goes in your first language."
            ),
            "welcomes_welsh": _("At the foot of every mail, and on the contact page."),
        }

    def prepare(self) -> None:
        profile: SiteProfile = self.service.site.profile
        self.initial = {
            **self.initial,
            "default_language": profile.default_language,
            "hides_welsh": profile.hides_welsh,
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("hides_welsh") and data.get("welsh_standards"):
            self.add_error(
                "hides_welsh",
                gettext("Welsh language standards apply here: Welsh stays visible."),
            )
        elif data.get("hides_welsh") and data.get("default_language") == "cy":
            self.add_error(
                "hides_welsh", gettext("Welsh comes first here: it cannot be hidden.")
            )
        return data

    def keep(self, locked: Service) -> None:
        super().keep(locked)
        site = locked.site
        profile = site.profile
        for name in ("default_language", "hides_welsh"):
            if name in self.changed_data:
                setattr(profile, name, self.cleaned_data[name])
        profile.save(update_fields=["default_language", "hides_welsh"])
        # The home in the first language is the site's own; saving the site also tells
        # whatever keeps its addresses or its offers that they are stale.
        homes = site.root_page.get_translations(inclusive=True)
        site.root_page = homes.get(locale__language_code=profile.default_language)
        site.save()
