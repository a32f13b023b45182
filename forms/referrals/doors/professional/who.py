"""The first screen: who is asking. The child or young person has an own door."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.theme.forms import RadiosField
from forms.journeys.declaring import Exit, Situation, Step
from forms.journeys.finding import page_of
from forms.journeys.forms import StepForm
from forms.referrals.choices import ROLES, YOUNG_PERSON

OWN_DOOR, CARERS_DOOR = "own_door", "carers_door"


def leave_by_own_door(situation: Situation) -> str | None:
    """The way to a form of their own: of a young person, a carer, one of the family."""
    role = situation.answers.get("role")
    if role == YOUNG_PERSON:
        return OWN_DOOR
    return CARERS_DOOR if role in ("carer", "family") else None


def _page_of(door: str, situation: Situation) -> Mapping[str, Any]:
    page = page_of(situation.site, "referrals", situation.language, door=door)
    return {"own_page": page}


class WhoForm(StepForm):
    role = RadiosField(
        label=_("Who is asking?"),
        choices=ROLES,
        missing=_("Choose who is asking"),
    )


WHO = Step(
    key="who",
    slugs={"en": "who", "cy": "pwy"},
    form_class=WhoForm,
    leads_out=leave_by_own_door,
)
EXITS = [
    Exit(
        key=OWN_DOOR,
        slugs={"en": "your-own", "cy": "i-ti"},
        template="referrals/exits/own_door.html",
        title=pgettext_lazy("to a young person", "You have a form of your own"),
        context=partial(_page_of, "young"),
    ),
    Exit(
        key=CARERS_DOOR,
        slugs={"en": "for-carers", "cy": "i-ofalwyr"},
        template="referrals/exits/carers_door.html",
        title=_("You have a shorter form"),
        context=partial(_page_of, "carer"),
    ),
]
