"""People who know the applicant. Rules warn once and pass on; only two refuse.

Refused: a referee who is the applicant, and one who lives at the applicant's address.
What is only pointed out is kept as a flag for staff (forms.applications.doubts).
"""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import EmailField, PhoneField, RadiosField, TextField, YesNoField
from forms.applications.choices import KNOWS_AS
from forms.applications.doubts import bare, doubts_about
from forms.journeys.forms import Doubt, StepForm


class RefereeForm(StepForm):
    """The same questions for each; `prefix_id` tells their field ids apart."""

    prefix_id = ""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self._refuse_the_applicant(data)
        if data.get(f"{self.prefix_id}_same_address"):
            self.add_error(
                f"{self.prefix_id}_same_address",
                gettext("Name somebody who does not live with you"),
            )
        return data

    def _refuse_the_applicant(self, data: dict[str, Any]) -> None:
        known = {**self.situation.earlier, **self.situation.answers}
        for what, words in (
            ("email", gettext("This is your own email address: name somebody else")),
            ("phone", gettext("This is your own phone number: name somebody else")),
        ):
            given = data.get(f"{self.prefix_id}_{what}")
            own = known.get(what)
            if given and own and bare(given) == bare(own):
                self.add_error(f"{self.prefix_id}_{what}", words)

    def doubts(self) -> list[Doubt]:
        known = {**self.situation.earlier, **self.situation.answers}
        return doubts_about(self.prefix_id, {**known, **self.cleaned_data})


# Told apart where all answers stand under one another.
WHOSE_NAME = (
    _("Name of the first person"),
    _("Name of the second person"),
    _("Name of the third person"),
)


def _fields(prefix: str, number: int) -> dict[str, Any]:
    return {
        f"{prefix}_name": TextField(
            label=WHOSE_NAME[number - 1],
            missing=_("Enter their name"),
            spellcheck=False,
            autocomplete="off",
        ),
        f"{prefix}_relation": RadiosField(
            label=_("How do they know you?"),
            choices=KNOWS_AS,
            missing=_("Choose how they know you"),
            label_size="s",
        ),
        f"{prefix}_knows": TextField(
            label=_("In your own words"),
            hint=_("For example since when. You can leave this empty."),
            required=False,
        ),
        f"{prefix}_email": EmailField(
            label=_("Their email address"), required=False, autocomplete="off"
        ),
        f"{prefix}_phone": PhoneField(
            label=_("Their phone number"), required=False, autocomplete="off"
        ),
        f"{prefix}_same_address": YesNoField(
            label=_("Do you live at the same address?"),
            pair="ydw",
            missing=_("Choose your answer"),
            label_size="s",
        ),
    }


def referee_form(number: int) -> type[StepForm]:
    """The form of one referee."""
    prefix = f"referee_{number}"
    own = {**_fields(prefix, number), "prefix_id": prefix, "__module__": __name__}
    return type(f"Referee{number}Form", (RefereeForm,), own)
