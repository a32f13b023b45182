"""What keeps the offers' rows honest if a process died between commit and refresh."""

import datetime as dt

from cms.offers.rows import rebuild
from cms.schedule import job


@job(every=dt.timedelta(days=1))
def rebuild_offers() -> None:
    """Write every offer anew from its pages; most nights nothing changes."""
    rebuild()
