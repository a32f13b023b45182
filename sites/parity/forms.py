"""Forms that ask why a page is to stand in one language alone, and until when."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from sites.parity.due import end_of, urgently_due

LONGEST = dt.timedelta(days=90)


class ReasonForm(forms.Form):
    """Why one language is to stand alone, and until what day."""

    reason = forms.CharField(
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It is kept as evidence. Name nobody."),
    )
    by_when = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("is_urgent"):
            return data
        if not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why."))
        if "by_when" not in self.errors:
            self._check_day(data.get("by_when"))
        return data

    def _check_day(self, day: dt.date | None) -> None:
        today = timezone.localdate()
        if day is None:
            self.add_error("by_when", _("Say by what day."))
        elif day < today:
            self.add_error("by_when", _("That day has passed."))
        elif day > today + LONGEST:
            self.add_error("by_when", _("That is more than 90 days away."))

    @property
    def due_at(self) -> dt.datetime:
        """The end of that day."""
        return end_of(self.cleaned_data["by_when"])


class AloneForm(ReasonForm):
    """One language is published alone; an urgent alert needs neither reason nor day."""

    is_urgent = forms.BooleanField(
        label=gettext_lazy("This is an urgent alert"),
        required=False,
        help_text=gettext_lazy(
            "For people's safety, or something that cannot wait until tomorrow. The"
            " other language is due by the end of the working day."
        ),
    )
    field_order = ("is_urgent", "reason", "by_when")

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        _ask(self, "reason", _("Why does the other language come later?"))
        _ask(self, "by_when", _("By what day will it be there?"))

    @property
    def due_at(self) -> dt.datetime:
        """The end of that day; of an urgent alert, of the working day."""
        if self.cleaned_data["is_urgent"]:
            return urgently_due(self.site)
        return super().due_at


class WithdrawForm(ReasonForm):
    """One language is taken down alone."""

    below = forms.BooleanField(
        label=gettext_lazy("The pages below it too"), required=False
    )
    field_order = ("below", "reason", "by_when")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask(self, "reason", _("Why is only one language unpublished?"))
        _ask(self, "by_when", _("By what day will both languages be alike again?"))


def _ask(form: forms.Form, name: str, question: str) -> None:
    form.fields[name].label = question
