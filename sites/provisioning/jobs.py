"""The declared jobs of making many services."""

import datetime as dt

from django.utils import timezone

from cms.schedule import job
from sites.models import ServiceBatch
from sites.provisioning.batches import carry_on

KEPT = dt.timedelta(days=1)


@job(every=dt.timedelta(minutes=1))
def carry_on_batches() -> None:
    """Take up what a killed worker left, whether or not a task hurried it."""
    carry_on()


@job(every=dt.timedelta(days=1))
def forget_unstarted_batches() -> None:
    """Forget plans that nobody started."""
    before = timezone.now() - KEPT
    ServiceBatch.objects.filter(started_at=None, created_at__lt=before).delete()
