"""The host's housekeeping, declared."""

import datetime as dt

from django.core.management import call_command

from cms.schedule.declaring import job
from cms.schedule.publishing import publish_and_expire

MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
RESULTS_KEPT_DAYS = 7


@job(every=MINUTE)
def publish_scheduled() -> None:
    """Publish and unpublish the pages whose time has come."""
    publish_and_expire()


@job(every=DAY)
def prune_task_results() -> None:
    """Forget finished tasks: their tracebacks are kept in plain text."""
    call_command("prune_db_task_results", min_age_days=RESULTS_KEPT_DAYS, verbosity=0)


@job(every=DAY)
def clear_sessions() -> None:
    """Delete the sessions that have ended."""
    call_command("clearsessions", verbosity=0)
