"""What is forgotten, declared."""

import datetime as dt

from django.utils import timezone

from cms.schedule import job
from sites.entry.attempts import purge_attempts
from sites.entry.log import KEPT
from sites.entry.models import SignIn
from sites.entry.sessions import purge_sessions


@job(every=dt.timedelta(hours=1))
def forget_attempts_and_sessions() -> None:
    """Attempts that no longer count, and rows of sessions that have ended."""
    purge_attempts()
    purge_sessions()


@job(every=dt.timedelta(days=1))
def forget_old_sign_ins() -> None:
    """The log of sign-ins goes back twelve months."""
    SignIn.objects.filter(at__lt=timezone.now() - KEPT).delete()
