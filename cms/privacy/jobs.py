"""What of personal data is forgotten by itself."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from cms.schedule import job

DAYS_IN_A_MONTH = 365 / 12


@job(every=dt.timedelta(days=1))
def forget_old_reads() -> None:
    """The log of reads goes back as many months as READ_LOG_MONTHS says."""
    from cms.models import ReadLog

    kept = dt.timedelta(days=round(settings.READ_LOG_MONTHS * DAYS_IN_A_MONTH))
    ReadLog.objects.forget(before=timezone.now() - kept)
