"""What is asked of whoever has filed a case."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    """A tick, a day and the name of a system; no number, no name of a child."""

    filed = forms.BooleanField(
        label=_("I have filed it in the child’s own case record"),
        help_text=_(
            "With everything that was asked, answered and decided. What is added here"
            " later must be filed again."
        ),
        error_messages={"required": _("Tick this once you have filed it.")},
    )
    on = forms.DateField(
        label=_("Filed on"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Write a day, as 3/5/2027."),
            "invalid": _("Write a day, as 3/5/2027."),
        },
    )
    system = forms.CharField(
        label=_("In which system?"),
        max_length=100,
        help_text=_("Its name alone, such as “Mosaic” or “WCCIS”."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write the name of the system in which it is filed.")
        },
    )
