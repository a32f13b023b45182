"""The declared jobs of roll-outs."""

import datetime as dt

from django.utils import timezone

from cms.models import Rollout
from cms.rollouts.running import carry_on
from cms.schedule import job

KEPT = dt.timedelta(days=1)


@job(every=dt.timedelta(minutes=1))
def carry_on_rollouts() -> None:
    """Take up what a killed worker left, whether or not a task hurried it."""
    carry_on()


@job(every=dt.timedelta(days=1))
def forget_unstarted_rollouts() -> None:
    """Forget dry runs that nobody started."""
    before = timezone.now() - KEPT
    Rollout.objects.filter(started_at=None, created_at__lt=before).delete()
