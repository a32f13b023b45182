"""Correct the name and the ways to reach somebody."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms.casework.by_person import correct_contact
from forms.journeys.screens.following.base import ChangingScreen
from forms.journeys.screens.following.forms import DetailsForm


class DetailsScreen(ChangingScreen):
    """The details as we have them, to put right."""

    key = "details"
    template = "journeys/details.html"
    button = _("Save")

    def form(self, data: Any = None) -> DetailsForm:
        case = self.opened
        known = {"name": case.display_name, "email": case.email, "phone": case.phone}
        return DetailsForm(data, initial=known, situation=self.situation)

    def act(self, said: Mapping[str, Any]) -> str:
        correct_contact(
            case=self.opened,
            display_name=said["name"],
            email=said["email"],
            phone=said["phone"],
        )
        return "corrected"
