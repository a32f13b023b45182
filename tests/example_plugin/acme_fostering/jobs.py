"""What must happen by itself."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from acme_fostering.models import Enquiry
from cms.schedule import job

KEPT = timedelta(days=365)


@job(every=timedelta(days=1))
def forget_old_enquiries(site: Site) -> None:
    """Delete what is older than a year: nobody needs it any more."""
    Enquiry.objects.filter(site=site, received__lt=timezone.now() - KEPT).delete()
