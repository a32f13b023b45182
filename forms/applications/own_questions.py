"""What services may add to the application, and why the rest of it is locked."""

from django.utils.translation import gettext_lazy as _

from forms.applications.steps.second_part import goes_on
from forms.journeys.declaring import Situation
from forms.journeys.questions.declared import (
    CONFIRMATION,
    INTRODUCTION,
    OwnQuestions,
    OwnText,
    Place,
)


def is_first(situation: Situation) -> bool:
    """Whether the first part is asked: not of somebody who has sent it."""
    return situation.is_first


_BEFORE_WE_RING = _("A coordinator needs it before they ring.")
_RIGHT_PERSON = _("It helps to find the right person for a young person.")
_SAFEGUARDING = _("Safeguarding: we ask people who know the applicant.")

OWN_QUESTIONS = OwnQuestions(
    places=[
        Place(
            key="you",
            title=_("First part, at the end of “About you”"),
            section="you",
            before="why",
            shown_if=is_first,
        ),
        Place(
            key="visiting",
            title=_("First part, at the end of “You and visiting”"),
            section="visiting",
            before="go_on",
            shown_if=is_first,
        ),
        Place(
            key="more",
            title=_("Second part, at the end of “More about you”"),
            section="more",
            before="referees",
            shown_if=goes_on,
        ),
        Place(
            key="own",
            title=_("Second part, after everything else"),
            section="own",
            shown_if=goes_on,
        ),
    ],
    texts=[
        OwnText(key=INTRODUCTION, title=_("introduction, before the form begins")),
        OwnText(
            key="area", title=_("guidance: where you live"), step="area", adds=True
        ),
        OwnText(
            key="independence",
            title=_("guidance: being independent"),
            step="independence",
            adds=True,
        ),
        OwnText(key="contact", title=_("guidance: how to reach you"), step="contact"),
        OwnText(key="when", title=_("guidance: your time"), step="when"),
        OwnText(
            key="referees",
            title=_("guidance: people who know you"),
            step="referee_1",
            adds=True,
        ),
        OwnText(
            key="checks", title=_("guidance: the DBS check"), step="checks", adds=True
        ),
        OwnText(key=CONFIRMATION, title=_("text after sending")),
    ],
    reasons={
        "languages": _("Law: the Welsh language standards."),
        "postcode": _("It finds the right service; nobody is refused for it."),
        "area": _("It finds the right service; nobody is refused for it."),
        "age": _("Safeguarding: a visitor is an adult."),
        "independence": _("Law: a visitor must be independent of the council."),
        "contact": _("Without it nobody could be answered. E-mail is never required."),
        "why": _BEFORE_WE_RING,
        "when": _BEFORE_WE_RING,
        "heard": _("Services compare what brings people to them."),
        "go_on": _("It lets people stop after the short part."),
        "experience": _RIGHT_PERSON,
        "interests": _RIGHT_PERSON,
        "spoken": _RIGHT_PERSON,
        "travel": _RIGHT_PERSON,
        "preferences": _RIGHT_PERSON,
        "referees": _SAFEGUARDING,
        "referee_1": _SAFEGUARDING,
        "referee_2": _SAFEGUARDING,
        "referee_3": _SAFEGUARDING,
        "adjustments": _("Law: nobody is kept out by what can be arranged."),
        "checks": _("Safeguarding: nobody meets a young person before a DBS check."),
    },
)
