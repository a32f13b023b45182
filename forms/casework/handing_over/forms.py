"""What is asked of whoever hands a case over, and of whoever answers."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forms.casework.models import Case, HandOver
from sites.models import Authority


class CouncilChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """Councils by their names in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.council_name((get_language() or "en")[:2]))


class ChooseForm(forms.Form):
    """To whom: any council but the service's own. Nothing is sent by choosing."""

    to = CouncilChoice(
        label=_("Which council looks after the child?"),
        queryset=Authority.objects.none(),
        to_field_name="gss_code",
        error_messages={
            "required": _("Choose a council."),
            "invalid_choice": _("Choose a council."),
        },
    )

    def __init__(self, data: Any = None, *, own: Authority | None) -> None:
        super().__init__(data)
        councils: Any = self.fields["to"]
        current = Authority.objects.current()
        if own:
            current = current.exclude(pk=own.pk)
        councils.queryset = current.in_order((get_language() or "en")[:2])


class HandOverForm(forms.Form):
    """Why, how the person hears of it, and two ticks. `seal` is of what was shown."""

    seal = forms.CharField(widget=forms.HiddenInput)
    contact = forms.CharField(
        label=_("With whom there have you agreed it?"),
        help_text=_("Their name and what they do. You can leave this empty."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    why = forms.CharField(
        label=_("Why do you hand it over?"),
        help_text=_("The other council reads this too."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": _("Write why you hand it over.")},
    )
    told = forms.ChoiceField(
        label=_("How do they hear “we have passed it on”?"),
        choices=HandOver.Told,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they hear of it.")},
    )
    looked = forms.BooleanField(
        label=_("I have looked at all that will be sent, and it may go"),
        error_messages={"required": _("Tick this once you have looked at it.")},
    )
    right = forms.BooleanField(
        label=_("I am sure that this council looks after the child"),
        error_messages={"required": _("Tick this once you are sure.")},
    )

    def __init__(self, data: Any = None, *, case: Case, **options: Any) -> None:
        super().__init__(data, **options)
        if not case.email:
            told: Any = self.fields["told"]
            told.choices = [
                (value, words)
                for value, words in HandOver.Told.choices
                if value != HandOver.Told.LETTER
            ]


class SendBackForm(forms.Form):
    """Why the other service does not take it."""

    why = forms.CharField(
        label=_("Why do you send it back?"),
        help_text=_("The council that handed it over reads this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": _("Write why you send it back.")},
    )
