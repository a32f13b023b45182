"""What the host deletes every night."""

import datetime as dt

from cms.retention.purging import purge_due
from cms.schedule import job


@job(every=dt.timedelta(days=1), lease=dt.timedelta(hours=2))
def purge_what_is_due() -> None:
    """Delete the records whose time is over."""
    purge_due()
