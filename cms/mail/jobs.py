"""The outbox's declared job."""

import datetime as dt

from cms.mail.sending import send_due
from cms.schedule import job


@job(every=dt.timedelta(minutes=1))
def send_due_mail() -> None:
    """Send every mail that is due, whether or not a task hurried it."""
    send_due()
