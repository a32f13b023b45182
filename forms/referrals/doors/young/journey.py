"""A young person's own way to ask: no captcha, no account, nothing to sign."""

from django.utils.translation import pgettext_lazy

from forms.journeys.declaring import Journey, Section
from forms.referrals.collecting import FROM_YOUNG_PEOPLE, what_becomes_of_yours
from forms.referrals.doors.young.receiving import receive_own_request
from forms.referrals.doors.young.steps import STEPS
from forms.referrals.terms import KEEPINGS, TO_YOUNG_PEOPLE

YOUNG = Journey(
    kind="referrals",
    door="young",
    for_children=True,
    steps=STEPS,
    sections=[
        Section(key="me", title=pgettext_lazy("to a young person", "About you")),
    ],
    submit=receive_own_request,
    answer_times=[TO_YOUNG_PEOPLE],
    keepings=KEEPINGS,
    privacy=what_becomes_of_yours,
    privacy_version="1",
    collecting=FROM_YOUNG_PEOPLE,
    minutes=3,
)
