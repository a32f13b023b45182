"""What is told is looked at again, in case it has changed."""

import datetime as dt

from wagtail.models import Site

from cms.schedule import job
from sites.notices.versions import keep_versions


@job(every=dt.timedelta(hours=1))
def keep_notices() -> None:
    """Whoever asks later what people were told finds it under its day."""
    for site in Site.objects.filter(service__isnull=False).order_by("pk"):
        keep_versions(site)
