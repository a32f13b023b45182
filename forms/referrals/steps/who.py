"""The first screen: who is asking. It decides whether we say "ti" from here on."""

from django.utils.translation import gettext_lazy as _

from cms.theme.forms import RadiosField
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm
from forms.referrals.choices import ROLES, YOUNG_PERSON


def is_young(situation: Situation) -> bool:
    """Whether the person who asks is the child or young person."""
    return situation.answers.get("role") == YOUNG_PERSON


def is_adult(situation: Situation) -> bool:
    """Whether somebody else asks for them."""
    return not is_young(situation)


class WhoForm(StepForm):
    role = RadiosField(
        label=_("Who is asking?"),
        choices=ROLES,
        missing=_("Choose who is asking"),
    )


WHO = Step(
    key="who",
    slugs={"en": "who", "cy": "pwy"},
    forks=True,
    form_class=WhoForm,
)
