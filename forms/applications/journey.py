"""The application as a journey: its steps, sections, exits and end."""

from django.utils.translation import gettext_lazy as _

from forms.applications.collecting import COLLECTING
from forms.applications.exits import EXITS
from forms.applications.own_questions import OWN_QUESTIONS
from forms.applications.queries import what_part_two_needs
from forms.applications.services import receive_application
from forms.applications.steps import STEPS
from forms.applications.terms import (
    KEEPINGS,
    TO_APPLICANTS,
    way_through,
    what_becomes_of_it,
)
from forms.journeys.declaring import Journey, Section

JOURNEY = Journey(
    kind="applications",
    steps=STEPS,
    sections=[
        Section(key="you", title=_("About you")),
        Section(key="visiting", title=_("You and visiting")),
        Section(key="more", title=_("More about you")),
        Section(key="referees", title=_("People who know you")),
        Section(key="checks", title=_("Help and checks")),
        Section(key="own", title=_("A few more questions")),
    ],
    exits=EXITS,
    submit=receive_application,
    earlier=what_part_two_needs,
    answer_times=[TO_APPLICANTS],
    keepings=KEEPINGS,
    declaration=_("What I have written is true as far as I know."),
    declaration_version="1",
    privacy=what_becomes_of_it,
    privacy_version="1",
    collecting=COLLECTING,
    way=way_through,
    is_followed=True,
    own_questions=OWN_QUESTIONS,
)
