"""The forms of the wizard."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sites.models import Authority
from sites.provisioning import Asked, NewService
from sites.provisioning.asking import PLACEHOLDER

LANGUAGES = [("cy", _("Welsh")), ("en", _("English"))]


class ServiceForm(forms.Form):
    """What is asked of a new service; everything else comes from the register."""

    host = forms.CharField(
        label=_("Host name"),
        max_length=253,
        help_text=_("The address of the service, like visitors.council.gov.uk."),
        error_messages={"required": _("Enter the host name.")},
    )
    welsh_host = forms.CharField(
        label=_("Welsh host name"),
        required=False,
        max_length=253,
        help_text=_("If the service has one: it leads to the Welsh pages."),
    )
    english_host = forms.CharField(
        label=_("English host name"),
        required=False,
        max_length=253,
        help_text=_("If the service has one: it leads to the English pages."),
    )
    first_language = forms.ChoiceField(
        label=_("Which language comes first?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language.")},
    )
    name_en = forms.CharField(
        label=_("Name in English"),
        max_length=120,
        error_messages={"required": _("Enter the name in English.")},
    )
    name_cy = forms.CharField(
        label=_("Name in Welsh"),
        max_length=120,
        error_messages={"required": _("Enter the name in Welsh.")},
    )
    manager = forms.EmailField(
        label=_("E-mail address of the first manager"),
        required=False,
        help_text=_(
            "They are invited as soon as the service is made. You can also do it later."
        ),
        error_messages={
            "invalid": _("Enter an e-mail address, like name@council.gov.uk.")
        },
    )

    manager_name = forms.CharField(
        label=_("First name of the first manager"),
        required=False,
        max_length=80,
        help_text=_("For the greeting in the invitation."),
    )

    @staticmethod
    def usual(new: NewService) -> dict[str, Any]:
        """What stands in the form when it is first shown."""
        return {
            "host": new.hostname,
            "first_language": new.default_language,
            "name_en": new.name_en,
            "name_cy": new.name_cy,
        }

    def asked(self, authority: Authority) -> Asked:
        """What this valid form asks for."""
        return Asked(authority=authority, **self.cleaned_data)


class ManyForm(forms.Form):
    """Which services to make together, and the pattern of their host names."""

    which = forms.ChoiceField(
        label=_("For which councils?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for which councils.")},
    )
    host = forms.CharField(
        label=_("Pattern of the host names"),
        max_length=200,
        help_text=_(
            "{slug} stands for the council's name in addresses: {slug}.visitors.example"
            " gives gwynedd.visitors.example."
        ),
        error_messages={"required": _("Enter the pattern of the host names.")},
    )

    def __init__(self, *args: Any, without: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        which = cast(forms.ChoiceField, self.fields["which"])
        which.choices = [
            (nation, _choice(str(Authority.Nation(nation).label), count))
            for nation, count in without.items()
        ]

    def clean_host(self) -> str:
        """It has to give each of them a name of its own."""
        host = str(self.cleaned_data["host"])
        if PLACEHOLDER not in host:
            raise forms.ValidationError(
                _("Put {slug} into it, so that every service gets its own.")
            )
        return host


def _choice(nation: str, count: int) -> str:
    words = ngettext(
        "%(nation)s: %(count)d council without a service",
        "%(nation)s: %(count)d councils without a service",
        count,
    )
    return words % {"nation": nation, "count": count}
