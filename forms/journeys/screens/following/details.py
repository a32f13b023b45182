"""Correct the name and the ways to reach somebody."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.mail import site_url
from forms.casework.contact import correct_contact, waiting_address
from forms.journeys.screens.following.base import ChangingScreen
from forms.journeys.screens.following.forms import DetailsForm


class DetailsScreen(ChangingScreen):
    """The details as we have them, to put right."""

    key = "details"
    template = "journeys/details.html"
    button = _("Save")

    def form(self, data: Any = None) -> DetailsForm:
        case = self.opened
        waiting = waiting_address(case)
        known = {
            "name": case.display_name,
            "email": waiting.email if waiting else case.email,
            "phone": case.phone,
        }
        return DetailsForm(data, initial=known, situation=self.situation)

    def act(self, said: Mapping[str, Any]) -> str:
        case = self.opened
        page = self.page_in(case.language)
        return correct_contact(
            case=case,
            display_name=said["name"],
            email=said["email"],
            phone=said["phone"],
            address=lambda where, token: site_url(
                self.site, page.address(None, where, token)
            ),
        )
