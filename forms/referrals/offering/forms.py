"""What an officer is asked of one child, and what staff write of an officer."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.language import plain_date, yes_no_choices
from cms.theme.forms import (
    Choice,
    DatePartsField,
    GovukForm,
    RadiosField,
    SelectField,
    YesNoField,
)
from forms.referrals.choices import AGE_BANDS, NOT_SURE
from forms.referrals.offering.models import OfferRecord

(_true, YES), (_false, NO) = yes_no_choices("do")
MONTHS_AHEAD = 13


def _a_year_ago() -> date:
    today = timezone.localdate()
    return date(today.year - 1, today.month, 1)


def month_name(day: date) -> str:
    """May 2027; Mai 2027."""
    return plain_date(day).partition(" ")[2]


class OfferForm(GovukForm):
    """One child, whom nothing here names."""

    own_heading = False

    considered_on = DatePartsField(
        label=_("On which day was a visitor considered?"),
        missing=_("Enter the day"),
        earliest=_a_year_ago,
        latest=timezone.localdate,
    )
    explained = RadiosField(
        label=_("Has anybody explained to the child what a visitor is?"),
        choices=[Choice("yes", YES), Choice("not_yet", _("Not yet"))],
        missing=_("Choose whether it has been explained"),
        inline=True,
    )
    offered = YesNoField(
        label=_("Has the child been offered a visitor?"),
        pair="do",
        missing=_("Choose whether a visitor has been offered"),
    )
    answer = RadiosField(
        label=_("What does the child say?"),
        choices=OfferRecord.Answer.choices,
        missing=_("Choose what the child says"),
    )
    age_band = SelectField(
        label=_("Roughly how old are they?"),
        hint=_("You need not choose anything."),
        choices=[choice for choice in AGE_BANDS if choice.value != NOT_SURE],
        required=False,
    )
    next_review = SelectField(
        label=_("When is the next review?"),
        hint=_("The month is enough, and you need not choose anything."),
        required=False,
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        months: Any = self.fields["next_review"]
        months.options = [Choice(m.isoformat(), month_name(m)) for m in _coming()]

    def clean_explained(self) -> bool:
        return bool(self.cleaned_data["explained"] == "yes")

    def clean_next_review(self) -> date | None:
        said = self.cleaned_data["next_review"]
        return date.fromisoformat(said) if said else None


def _coming() -> list[date]:
    """The first days of this month and of those that follow."""
    today = timezone.localdate()
    passed = today.year * 12 + today.month - 1
    return [
        date((passed + step) // 12, (passed + step) % 12 + 1, 1)
        for step in range(MONTHS_AHEAD + 1)
    ]


class OfficerForm(forms.Form):
    """Who gets a link, and where it is sent."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter a name.")},
    )
    email = forms.EmailField(
        label=_("Work email address"),
        max_length=254,
        help_text=_("The link is sent there, in Welsh and in English."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Enter an email address."),
            "invalid": _("Enter an email address, like name@example.org."),
        },
    )
