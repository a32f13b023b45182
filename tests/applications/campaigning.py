"""Campaigns, their screens, and people who came from them."""

from django.utils import timezone

from forms.applications.campaigns.models import Campaign
from forms.applications.models import Application
from forms.journeys.drafts import begin
from tests.casework.factories import make_case

LIST, ADD = "/admin/campaigns/", "/admin/campaigns/new/"
COUNTS, EXPORT = "/admin/campaigns/counts/", "/admin/campaigns/counts/export/"


def make_campaign(site, code="library", **facts):
    return Campaign.objects.create(site=site, title="Library", code=code, **facts)


def sent(site, campaign, at=None):
    """An application that came with this code."""
    case = make_case(site, **({"at": at} if at else {}))
    return Application.objects.create(
        site=site,
        case=case,
        language="cy",
        campaign=campaign,
        started_at=timezone.now(),
    )


def begun(site, campaign):
    begin(
        site=site,
        kind="applications",
        language="cy",
        started_at=timezone.now(),
        campaign=campaign,
    )
