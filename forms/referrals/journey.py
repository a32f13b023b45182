"""A professional asks for a child. Nothing to tick: nobody signs for a child.

Its first question leads carers, family and young people to forms of their own.
"""

from django.utils.translation import gettext_lazy as _

from forms.journeys.declaring import Journey, Section
from forms.referrals.collecting import FROM_PROFESSIONALS, what_becomes_of_it
from forms.referrals.doors.professional.receiving import (
    receive_request,
    what_the_rest_needs,
)
from forms.referrals.doors.professional.steps import STEPS
from forms.referrals.doors.professional.who import EXITS
from forms.referrals.terms import KEEPINGS, TO_ADULTS, TO_YOUNG_PEOPLE

JOURNEY = Journey(
    kind="referrals",
    steps=STEPS,
    exits=EXITS,
    sections=[
        Section(key="who", title=_("Who is asking")),
        Section(key="child", title=_("The child")),
        Section(key="talk", title=_("A time to talk")),
        Section(key="more", title=_("More about the child")),
    ],
    submit=receive_request,
    earlier=what_the_rest_needs,
    answer_times=[TO_YOUNG_PEOPLE, TO_ADULTS],
    keepings=KEEPINGS,
    privacy=what_becomes_of_it,
    privacy_version="1",
    collecting=FROM_PROFESSIONALS,
    minutes=3,
)
