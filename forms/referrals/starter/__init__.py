"""The page with which a new service starts: ask for a visitor, in both languages."""

from pathlib import Path

from wagtail.models import Site

from forms.journeys.starter import load_journey_page
from forms.referrals.models import ReferralPage

FOLDER = Path(__file__).parent


def pages(site: Site) -> set[str]:
    """Make and publish it in both languages; the keys of links that led nowhere."""
    return load_journey_page(site=site, folder=FOLDER, model=ReferralPage)
