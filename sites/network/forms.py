"""The forms of the screens about one service."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sites.models import Authority, HostAlias
from sites.models.hosts import LANGUAGES


class NameForm(forms.Form):
    """Another web address."""

    hostname = forms.CharField(
        label=_("New web address"),
        help_text=_("The name alone, for example visitors.example.gov.uk."),
        max_length=260,
        error_messages={"required": _("Enter a web address.")},
    )
    language = forms.ChoiceField(
        label=_("Its language"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=_("What it does"),
        choices=HostAlias.Kind.choices,
        initial=HostAlias.Kind.REDIRECTS,
        widget=forms.RadioSelect,
    )


class SuspendForm(forms.Form):
    """Why, and what visitors are told."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("For the log and for the staff of the service."),
        max_length=300,
        error_messages={"required": _("Write why.")},
    )
    message_en = forms.CharField(
        label=_("What visitors are told, in English"),
        help_text=_("Leave both empty for our usual words."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    message_cy = forms.CharField(
        label=_("What visitors are told, in Welsh"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> None:
        """In both languages or in neither: nobody reads the other one."""
        super().clean()
        words = [self.cleaned_data.get(f"message_{code}") for code in ("en", "cy")]
        if any(words) and not all(words):
            missing = "message_cy" if words[0] else "message_en"
            self.add_error(missing, _("Write it in both languages, or in neither."))


class RenameForm(forms.Form):
    """What is called otherwise; what is empty stays."""

    name_en = forms.CharField(
        label=_("Name in English"), max_length=120, required=False
    )
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=120, required=False)
    hostname = forms.CharField(
        label=_("Web address"),
        help_text=_("The one before leads on to it."),
        max_length=260,
        required=False,
    )
    slug = forms.CharField(
        label=_("Name in the page tree"), max_length=60, required=False
    )
    successor = forms.ModelChoiceField(
        label=_("Local authority"),
        help_text=_("If another one takes the service on."),
        queryset=Authority.objects.none(),
        required=False,
        empty_label=_("The same as now"),
    )

    def __init__(
        self, *args: Any, authority: Authority | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        current = Authority.objects.current()
        if authority:  # What gave way to it by mistake can have the service back.
            current |= Authority.objects.filter(succeeded_by=authority)
        cast(forms.ModelChoiceField, self.fields["successor"]).queryset = current
