"""What happens: an enquiry is received."""

from django.db import transaction
from wagtail.models import Site

from acme_fostering.models import Enquiry
from acme_fostering.queries import is_open


class NotTakingEnquiries(Exception):
    """The service takes no enquiries at the moment."""


@transaction.atomic
def receive_enquiry(*, site: Site, name: str, email: str) -> Enquiry:
    """Keep an enquiry for the staff of `site`."""
    if not is_open(site):
        raise NotTakingEnquiries
    return Enquiry.objects.create(site=site, name=name, email=email)
