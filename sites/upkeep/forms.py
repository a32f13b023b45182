"""Whose a page is, how often it is read again, and when next."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from sites.upkeep.looking import LookedAfter, staff_for_pages
from sites.upkeep.models import PageCare


class CareForm(forms.Form):
    """One page in both its languages."""

    owner = forms.ModelChoiceField(
        label=gettext_lazy("Who looks after it"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody in particular: the managers are reminded"),
    )
    every_months = forms.TypedChoiceField(
        label=gettext_lazy("How often it is read again"),
        choices=[("", gettext_lazy("Never by itself")), *PageCare.Every.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    review_on = forms.DateField(
        label=gettext_lazy("Next review"),
        help_text=gettext_lazy("Left empty, it is counted from today."),
        widget=AdminDateInput,
        required=False,
    )

    def __init__(self, *args: Any, told: LookedAfter, **kwargs: Any) -> None:
        known = {
            "owner": told.owner,
            "every_months": told.months or "",
            "review_on": told.due_on,
        }
        super().__init__(*args, **{**kwargs, "initial": known})
        self.told = told
        self.fields["owner"].queryset = staff_for_pages(told.site)  # type: ignore[attr-defined]  # a choice of rows

    def clean_review_on(self) -> Any:
        """A day that is over reminds nobody; one that stood there already may stay."""
        day = self.cleaned_data["review_on"]
        if day and day < timezone.localdate() and day != self.told.due_on:
            raise ValidationError(_("Choose today or a later day."))
        return day
