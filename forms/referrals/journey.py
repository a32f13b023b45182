"""Asking for a visitor as a journey. Nothing to tick: nobody signs for a child."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms.journeys.declaring import Journey, Section
from forms.referrals.collecting import COLLECTING, what_becomes_of_it
from forms.referrals.services import receive_request
from forms.referrals.steps import STEPS
from forms.referrals.steps.who import is_young
from forms.referrals.terms import KEEPINGS, TO_ADULTS, TO_YOUNG_PEOPLE

JOURNEY = Journey(
    kind="referrals",
    steps=STEPS,
    sections=[
        Section(key="who", title=_("Who is asking")),
        Section(key="child", title=_("The child")),
        Section(key="talk", title=_("A time to talk")),
        Section(key="me", title=pgettext_lazy("to a young person", "About you")),
    ],
    submit=receive_request,
    answer_times=[TO_YOUNG_PEOPLE, TO_ADULTS],
    keepings=KEEPINGS,
    privacy=what_becomes_of_it,
    privacy_version="1",
    collecting=COLLECTING,
    young_person=is_young,
    minutes=3,
)
