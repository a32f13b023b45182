"""Two people who know the applicant. Rules warn; only two refuse.

Refused: a referee who is the applicant, and one who lives at the applicant's address.
"""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import EmailField, PhoneField, TextField, YesNoField
from forms.journeys.forms import StepForm


class RefereeForm(StepForm):
    """The same questions for both; `prefix_id` tells their field ids apart."""

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
        answers = self.situation.answers
        for what, words in (
            ("email", gettext("This is your own email address: name somebody else")),
            ("phone", gettext("This is your own phone number: name somebody else")),
        ):
            given = data.get(f"{self.prefix_id}_{what}")
            own = answers.get(what)
            if given and own and _bare(given) == _bare(own):
                self.add_error(f"{self.prefix_id}_{what}", words)


def _bare(text: str) -> str:
    return "".join(text.lower().split()).removeprefix("+44").lstrip("0")


def _fields(prefix: str) -> dict[str, Any]:
    return {
        f"{prefix}_name": TextField(
            label=_("Their name"),
            missing=_("Enter their name"),
            spellcheck=False,
            autocomplete="off",
        ),
        f"{prefix}_knows": TextField(
            label=_("How they know you"),
            missing=_("Say how they know you"),
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


FirstRefereeForm = type(
    "FirstRefereeForm",
    (RefereeForm,),
    {**_fields("referee_1"), "prefix_id": "referee_1", "__module__": __name__},
)
SecondRefereeForm = type(
    "SecondRefereeForm",
    (RefereeForm,),
    {**_fields("referee_2"), "prefix_id": "referee_2", "__module__": __name__},
)
