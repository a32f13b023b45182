"""The application as a journey: its steps, sections, exits and end."""

from django.utils.translation import gettext_lazy as _

from forms.applications.exits import EXITS
from forms.applications.services import receive_application
from forms.applications.steps import FIRST_PART, SECOND_PART
from forms.applications.terms import KEEPINGS, TO_APPLICANTS
from forms.journeys.declaring import Journey, Section

JOURNEY = Journey(
    kind="applications",
    steps=[*FIRST_PART, *SECOND_PART],
    sections=[
        Section(key="you", title=_("About you")),
        Section(key="visiting", title=_("You and visiting")),
        Section(key="more", title=_("More about you")),
        Section(key="referees", title=_("Two people who know you")),
        Section(key="checks", title=_("Help and checks")),
    ],
    exits=EXITS,
    submit=receive_application,
    answer_times=[TO_APPLICANTS],
    keepings=KEEPINGS,
    declaration=_("What I have written is true as far as I know."),
    minutes=5,
)
