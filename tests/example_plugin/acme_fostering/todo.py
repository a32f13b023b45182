"""What of the enquiries is to be done this week."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import Site

from acme_fostering.measures import enquiries_received
from acme_fostering.models import Enquiry
from cms.admin import Todo


def enquiries(site: Site) -> Iterator[Todo]:
    """How many there are to answer; they are deleted when they are old."""
    count = enquiries_received(site)
    if count:
        words = ngettext("%(count)d enquiry", "%(count)d enquiries", count)
        url = reverse("fostering_enquiry:index")
        yield Todo(words % {"count": count}, url, Enquiry.staff_roles)
