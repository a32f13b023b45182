"""Declared jobs: what must happen regularly, once, whoever else is running."""

from cms.schedule.declaring import Job, job
from cms.schedule.registry import scheduled_jobs
from cms.schedule.running import run_due

__all__ = ["Job", "job", "run_due", "scheduled_jobs"]
