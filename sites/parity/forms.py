"""The form that asks why a page is to stand in one language alone, and until when."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sites.parity.services import URGENT

LONGEST = dt.timedelta(days=90)


class AloneForm(forms.Form):
    """A reason and a day; an urgent alert needs neither."""

    is_urgent = forms.BooleanField(
        label=gettext_lazy("This is an urgent alert"),
        required=False,
        help_text=gettext_lazy(
            "For people's safety, or something that cannot wait until tomorrow. The"
            " other language is due within 24 hours."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why does the other language come later?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It is kept as evidence. Name nobody."),
    )
    by_when = forms.DateField(
        label=gettext_lazy("By what day will it be there?"),
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
        """The end of that day; of an urgent alert, this time tomorrow."""
        if self.cleaned_data["is_urgent"]:
            return timezone.now() + URGENT
        end = self.cleaned_data["by_when"] + dt.timedelta(days=1)
        return timezone.make_aware(dt.datetime.combine(end, dt.time.min))
