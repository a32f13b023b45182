"""Figures the hub may show: numbers, never names."""

from wagtail.models import Site

from acme_fostering.models import Enquiry


def enquiries_received(site: Site) -> int:
    """How many enquiries the service of `site` holds."""
    return Enquiry.objects.filter(site=site).count()
