"""What casework does by itself."""

from datetime import timedelta

from cms.schedule import job
from forms.casework.importing.taking import purge


@job(every=timedelta(hours=1))
def purge_uploaded_lists() -> None:
    """Forget the people of a list that nobody took in for a day."""
    purge()
