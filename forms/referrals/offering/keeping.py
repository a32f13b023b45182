"""How long noted offers and the officers' links stay."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.retention import Rule
from forms.referrals.offering.models import OfferLink, OfferRecord

RECORD_MONTHS = 36
"""So that three years can be compared; a record names nobody."""
LINK_MONTHS = 12


def _records(site: Site) -> QuerySet[Any]:
    return OfferRecord.objects.filter(site=site).order_by("pk")


def _considered_on(record: Any) -> dt.date:
    day: dt.date = record.considered_on
    return day


def _links(site: Site) -> QuerySet[Any]:
    """Those that were withdrawn. Nothing of their officers is opened."""
    links = OfferLink.objects.filter(site=site, withdrawn_at__isnull=False)
    return links.only("site", "row_key", "withdrawn_at").order_by("pk")


def _withdrawn_on(link: Any) -> dt.date:
    return timezone.localdate(link.withdrawn_at)


OFFERS = Rule(
    name="offers",
    label=_("A line in the log of offers, counted from the day of the review"),
    rows=_records,
    counted_from=_considered_on,
    months=lambda _site: RECORD_MONTHS,
)
LINKS = Rule(
    name="offer_links",
    label=_("The link of a reviewing officer, counted from when it was withdrawn"),
    rows=_links,
    counted_from=_withdrawn_on,
    months=lambda _site: LINK_MONTHS,
)
