"""An application on paper: asked as on the website, kept as if it had been sent."""

from wagtail.models import Site

from forms.applications.journey import JOURNEY
from forms.applications.services import keep_application
from forms.casework.keying.papers import Papers
from forms.journeys.declaring import Journey
from forms.journeys.questions.asking import in_version
from forms.journeys.questions.services import newest_version


def questions(site: Site) -> Journey:
    """The questions that this service asks today, its own among them."""
    return in_version(JOURNEY, newest_version(site, JOURNEY.kind))


PAPERS = Papers(journey=questions, receive=keep_application)
