"""Whoever rings is an enquiry: answered as soon as an applicant, and sent the form."""

from datetime import date

from wagtail.models import Site

from forms.applications.letters import APPLY
from forms.applications.terms import TO_APPLICANTS
from forms.casework.keying.calls import Calls
from forms.journeys.terms import answer_day


def answer_by(site: Site, day: date) -> date:
    """By when whoever rang on this day hears of us."""
    return answer_day(site, "applications", TO_APPLICANTS, day)


CALLS = Calls(stage="enquiry", answer_by=answer_by, letter=APPLY)
