"""What others may ask of this plugin."""

from wagtail.models import Site

from acme_fostering.models import FosteringSettings


def is_open(site: Site) -> bool:
    """Whether the service of `site` takes enquiries now."""
    return FosteringSettings.for_site(site).takes_enquiries
