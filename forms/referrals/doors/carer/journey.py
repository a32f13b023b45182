"""A carer's or a relative's nudge: two minutes, and the rest when we talk."""

from django.utils.translation import gettext_lazy as _

from forms.journeys.declaring import Journey, Section
from forms.referrals.collecting import FROM_CARERS, what_becomes_of_it
from forms.referrals.doors.carer.receiving import receive_nudge
from forms.referrals.doors.carer.steps import STEPS
from forms.referrals.terms import KEEPINGS, TO_ADULTS

CARER = Journey(
    kind="referrals",
    door="carer",
    steps=STEPS,
    sections=[
        Section(key="who", title=_("Who is asking")),
        Section(key="child", title=_("The child")),
        Section(key="talk", title=_("A time to talk")),
    ],
    submit=receive_nudge,
    answer_times=[TO_ADULTS],
    keepings=KEEPINGS,
    privacy=what_becomes_of_it,
    privacy_version="1",
    collecting=FROM_CARERS,
    minutes=2,
)
