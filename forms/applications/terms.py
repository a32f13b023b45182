"""What an application promises and how long it is kept; a service may set otherwise."""

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from forms.journeys.declaring import Situation, Way
from forms.journeys.terms import AnswerTime, Keeping

TO_APPLICANTS = AnswerTime(
    key="applicants",
    label=_("Working days until we get in touch with an applicant"),
    days=5,
)
NOT_TAKEN_ON = Keeping(
    key="not_taken_on",
    label=_("An application that came to nothing, counted from when it was closed"),
    months=12,
)
VISITORS = Keeping(
    key="visitors",
    label=_("A visitor's file, counted from when they leave the service"),
    months=72,
)
KEEPINGS = (NOT_TAKEN_ON, VISITORS)


def what_becomes_of_it(situation: Situation) -> str:
    """What is said of privacy before sending. A change raises JOURNEY's version."""
    return gettext(
        "We use what you write here to decide together with you whether you can be a"
        " visitor. %(controller)s answers for it."
    ) % {"controller": situation.service.controller_in(get_language() or "en")}


FIRST_ALONE = Way(key="first", minutes=5)
SECOND_ALONE = Way(key="second", minutes=10)
BOTH = Way(key="both", minutes=15)


def way_through(situation: Situation) -> Way:
    """Which of the two parts somebody fills in, or has filled in."""
    if not situation.is_first:
        return SECOND_ALONE
    straight_on = situation.answers.get("go_on") == "now"
    both = situation.service.both_parts_at_once or straight_on
    return BOTH if both else FIRST_ALONE
