"""What the hub's editors say when they decide on an offer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.models import Offer
from cms.offers import Decision

# Filled in where somebody writes a refusal; the dots are theirs to replace.
KIND_EN = (
    "Thank you for offering this: we enjoyed reading it. We are not showing it this"
    " time because … Please do offer us something again."
)
KIND_CY = (
    "Diolch ichi am gynnig hwn: cawsom flas ar ei ddarllen. Nid ydym yn ei ddangos y"
    " tro hwn oherwydd … Mae croeso ichi gynnig rhywbeth eto."
)


class DecisionForm(forms.Form):
    """A decision, and for a refusal why, where there is somebody to read it."""

    decision = forms.ChoiceField(
        choices=[(d.value, d.value) for d in Decision], widget=forms.HiddenInput
    )
    reason_en = forms.CharField(
        label=_("Reason, in English"),
        max_length=600,
        required=False,
        initial=KIND_EN,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason_cy = forms.CharField(
        label=_("Reason, in Welsh"),
        max_length=600,
        required=False,
        initial=KIND_CY,
        widget=forms.Textarea(attrs={"rows": 4, "lang": "cy"}),
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if offer.origin:
            del self.fields["reason_en"], self.fields["reason_cy"]

    def clean(self) -> dict[str, Any]:
        """A refusal has a reason of its own; one left as it was filled in is none."""
        data = super().clean() or {}
        is_told = "reason_en" in self.fields
        if data.get("decision") != Decision.DECLINE or not is_told:
            return {**data, "reason_en": "", "reason_cy": ""}
        for name, filled_in in (("reason_en", KIND_EN), ("reason_cy", KIND_CY)):
            if data.get(name) == filled_in:
                data[name] = ""
            elif "…" in data.get(name, ""):
                self.add_error(name, _("Replace the dots with your reason."))
        if not (self.errors or data.get("reason_en") or data.get("reason_cy")):
            self.add_error("reason_en", _("Say why, in one language at least."))
        return data
