"""Reviewing officers, what they post, and where."""

import uuid

from django.utils import timezone
from django.utils.translation import override

from forms.referrals.models import OfferLink, OfferRecord
from forms.referrals.offering.services import link_url
from sites.testing.factories import make_staff

LOG, EXPORT = "/admin/offer_log/", "/admin/offer_log/export/"
OFFICERS, ADD = "/admin/offer_links/", "/admin/offer_links/new/"
SAID = {
    "explained": "yes",
    "offered": "yes",
    "answer": "wants",
    "age_band": "11-12",
    "next_review": "",
}


def make_link(site, email="eleri@gwynedd.example", **facts):
    return OfferLink.objects.create(
        site=site, **{"name": "Eleri Prys", "email": email, **facts}
    )


def make_record(link, **facts):
    given = {
        "key": uuid.uuid4(),
        "considered_on": timezone.localdate(),
        "explained": True,
        "offered": True,
        "answer": "wants",
        **facts,
    }
    return OfferRecord.objects.create(link=link, **given)


def path_of(link, language="en"):
    """The path of the officer's page."""
    with override(language):
        return "/" + link_url(link).partition("://")[2].partition("/")[2]


def posted(**changes):
    """What the page sends, as chosen by an officer today."""
    today = timezone.localdate()
    day = {
        "considered_on-day": today.day,
        "considered_on-month": today.month,
        "considered_on-year": today.year,
    }
    return {"key": str(uuid.uuid4()), **day, **SAID, **changes}


def staff_at(client_at, site, role="coordinator"):
    client = client_at(site, make_staff(site, role))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
