"""The pages with which a new service starts, in both languages: ask for a visitor."""

from pathlib import Path

from wagtail.models import Site

from forms.journeys.starter import load_journey_page
from forms.referrals.models import CarerPage, ReferralPage, YoungPage

FOLDER = Path(__file__).parent
PAGES = (
    ("ask", ReferralPage),
    ("ask_as_carer", CarerPage),
    ("ask_myself", YoungPage),
)


def pages(site: Site) -> set[str]:
    """Make and publish them in both languages; the keys of links that led nowhere."""
    led_nowhere: set[str] = set()
    for folder, model in PAGES:
        led_nowhere |= load_journey_page(site=site, folder=FOLDER / folder, model=model)
    return led_nowhere
