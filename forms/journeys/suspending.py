"""What people had begun waits while their service is suspended, and as long after."""

import datetime as dt
from typing import Any

from django.db.models import F
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Site

from cms.suspension import suspension_changed
from forms.journeys.models import Draft, ResumeLink


@receiver(suspension_changed)
def give_the_time_back(
    sender: Any, site: Site, resumed_since: dt.datetime | None, **kwargs: Any
) -> None:
    """Drafts and mailed links live longer by the time the service was closed."""
    if resumed_since is None:
        return
    lost = timezone.now() - resumed_since
    for model in (Draft, ResumeLink):
        waiting = model.objects.filter(site=site, expires_at__gt=resumed_since)
        waiting.update(expires_at=F("expires_at") + lost)
