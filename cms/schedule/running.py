"""Run what is due: take a job with a lease, run it, record how it went."""

import datetime as dt
import logging
from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.utils import timezone

from cms.models.schedule import JobRun
from cms.schedule.registry import Scheduled, scheduled_jobs

logger = logging.getLogger(__name__)

FIRST_RETRY = dt.timedelta(minutes=1)


def run_due(*, stopping: Callable[[], bool] = lambda: False) -> list[str]:
    """Run every job that is due and that nobody else is running; return their names.

    One that fails is recorded and tried again, ever less often; the others run on.
    Between two jobs it asks whether it should stop.
    """
    jobs = scheduled_jobs()
    _make_rows(jobs)
    waiting = set(_due().values_list("name", flat=True))
    return [
        job.name for job in jobs if job.name in waiting and not stopping() and _run(job)
    ]


def _make_rows(jobs: list[Scheduled]) -> None:
    known = set(JobRun.objects.values_list("name", flat=True))
    now = timezone.now()
    new = [JobRun(name=job.name, due_at=now) for job in jobs if job.name not in known]
    if new:
        # Another runner may be making them too.
        JobRun.objects.bulk_create(new, ignore_conflicts=True)


def _due() -> QuerySet[JobRun]:
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    return JobRun.objects.filter(free, due_at__lte=now)


def _run(scheduled: Scheduled) -> bool:
    started = timezone.now()
    # One conditional UPDATE: of two runners only one changes the row.
    taken = (
        _due()
        .filter(name=scheduled.name)
        .update(last_started=started, lease_until=started + scheduled.job.lease)
    )
    if not taken:
        return False
    row = JobRun.objects.get(name=scheduled.name)
    error = _call(scheduled)
    failures = row.failures + 1 if error else 0
    # Only while it is still ours: a job that outran its lease belongs to another now.
    JobRun.objects.filter(pk=row.pk, last_started=started).update(
        lease_until=None,
        last_finished=timezone.now(),
        last_error=error,
        failures=failures,
        due_at=started + _pause(scheduled, failures),
    )
    return True


def _call(scheduled: Scheduled) -> str:
    try:
        scheduled.call()
    except Exception as error:  # noqa: BLE001 (one job must not stop the others)
        name = type(error).__name__
        # No traceback: what a job handles may name a person.
        logger.error("Job %s failed: %s", scheduled.name, name)
        return name[:100]
    return ""


def _pause(scheduled: Scheduled, failures: int) -> dt.timedelta:
    if not failures:
        return scheduled.job.every
    return min(scheduled.job.every, FIRST_RETRY * 2 ** min(failures - 1, 12))
