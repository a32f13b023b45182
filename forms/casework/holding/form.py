"""What is asked of whoever holds a case, and of whoever lets it go."""

from django import forms
from django.utils.translation import gettext_lazy as _


class HoldForm(forms.Form):
    """Why it must not be deleted."""

    why_held = forms.CharField(
        label=_("Why must it not be deleted?"),
        max_length=500,
        help_text=_(
            "For example a complaint, an inquiry or somebody’s request for what we hold"
            " about them."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": _("Write why it must not be deleted.")},
    )


class LiftForm(forms.Form):
    """Nothing but a button."""
