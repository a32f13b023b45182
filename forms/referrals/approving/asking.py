"""The screen that asks for the manager of a professional of the council."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import EmailField, TextField
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm
from forms.referrals.approving.services import asks_for_approval

OF_THE_COUNCIL = ("social_worker", "iro", "personal_adviser")
"""Whose manager is the council's: a school or an advocate answers to nobody there."""


def asks_for_manager(situation: Situation) -> bool:
    """Whether the service asks for approval of what somebody in this role sends."""
    role = situation.answers.get("role")
    return role in OF_THE_COUNCIL and asks_for_approval(situation.service)


class ManagerForm(StepForm):
    """The manager is told the reference alone."""

    manager_name = TextField(
        label=_("Your manager’s name"),
        missing=_("Enter your manager’s name"),
        max_length=120,
        autocomplete="off",
    )
    manager_email = EmailField(
        label=_("Your manager’s work email address"),
        hint=_(
            "We ask them to approve your request, and tell them nothing about the"
            " child. It counts from today, whatever they answer."
        ),
        autocomplete="off",
    )

    def clean_manager_email(self) -> str:
        """Nobody approves what they have asked for themselves."""
        said: str = self.cleaned_data["manager_email"]
        own = self.situation.answers.get("email") or ""
        if said and said.casefold() == own.casefold():
            raise ValidationError(gettext("Write your manager’s address, not your own"))
        return said


MANAGER = Step(
    key="manager",
    slugs={"en": "your-manager", "cy": "eich-rheolwr"},
    title=_("Your manager"),
    section="who",
    form_class=ManagerForm,
    shown_if=asks_for_manager,
)
