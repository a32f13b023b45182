"""The mails of an interview to the applicant, whose words a service may change.

What depends on how they meet, or on the language they speak, is a sentence of ours that
stands in one place: no wording can put an address where a telephone number belongs.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.language.dates import long_date_and_time
from cms.mail import EditableMail, Place
from forms.applications.interviews.models import Interview
from forms.casework.mails import NAME, REFERENCE

OTHER_LANGUAGE = {
    "cy": gettext_lazy(
        "The interview will be in Welsh. If you would rather speak English, answer"
        " this mail and tell us: it delays nothing."
    ),
    "en": gettext_lazy(
        "The interview will be in English. If you would rather speak Welsh, answer"
        " this mail and tell us: it delays nothing."
    ),
}
WHICH_LANGUAGE = gettext_lazy(
    "Which language would you like to speak, Welsh or English? Answer this mail and"
    " tell us: your choice delays nothing."
)


def how_to_meet(way: str, where: str) -> str:
    """Where, on which number or by which link, in the language that is active."""
    said = {
        Interview.Way.PHONE: gettext("How: we ring you on %(where)s"),
        Interview.Way.ONLINE: gettext("Online: %(where)s"),
        Interview.Way.PLACE: gettext("Where: %(where)s"),
    }
    return said[Interview.Way(way)] % {"where": where}


def about_language(spoken: str, asks_language: bool) -> str:
    """Which language they speak there, or the question; empty where nobody must ask."""
    if spoken:
        return str(OTHER_LANGUAGE[spoken])
    return str(WHICH_LANGUAGE) if asks_language else ""


def in_each_language(say: Callable[..., str]) -> Any:
    """Let `say` be asked in each language in which the mail is kept."""
    return lazy(say, str)


WHEN = Place(
    name="when",
    key="begins",
    means=_("the day and the time of the interview"),
    example=dt.datetime(2027, 5, 4, 13, 0, tzinfo=dt.UTC),
    form=long_date_and_time,
    required=True,
)
COORDINATOR = Place(
    name="coordinator",
    means=_("who of you wrote it, or else the name of your service"),
    example="Gethin Parry",
)
AGREED = (
    NAME,
    REFERENCE,
    WHEN,
    Place(
        name="minutes",
        means=_("how many minutes it takes, a number"),
        example=45,
    ),
    Place(name="host", means=_("whom they meet"), example="Gethin Parry"),
    Place(
        name="where",
        key="how_to_meet",
        means=_("a line that says where you meet, the link, or the number you ring"),
        example=in_each_language(how_to_meet)("place", "1 Stryd Fawr, Caernarfon"),
        required=True,
        link=True,
    ),
    Place(
        name="language",
        key="about_language",
        means=_("a sentence on the language they speak, which asks them if need be"),
        example=WHICH_LANGUAGE,
        required=True,
        may_be_empty=True,
    ),
    COORDINATOR,
)
CALLED_OFF = (NAME, REFERENCE, WHEN, COORDINATOR)

INVITATION = EditableMail(
    template="applications/interview",
    title=_("The invitation to an interview"),
    sent=_("Goes to the applicant when you book one, with a file for their calendar."),
    places=AGREED,
)
CHANGED = EditableMail(
    template="applications/interview",
    title=_("An interview has been changed"),
    sent=_("Goes to the applicant when you change one: their calendar follows."),
    places=AGREED,
    reader="is_change",
)
OFF = EditableMail(
    template="applications/interview_off",
    title=_("An interview is called off, and another is to come"),
    sent=_("Goes to the applicant when you call one off: it leaves their calendar."),
    places=CALLED_OFF,
    reader="goes_on",
)
ENDED = EditableMail(
    template="applications/interview_off",
    title=_("An interview is called off, because the application has ended"),
    sent=_("Goes to the applicant when they withdraw, or when you close their case."),
    places=CALLED_OFF,
)
