"""What casework does by itself."""

from datetime import timedelta

from cms.schedule import job
from forms.casework.duty.unread import pass_up
from forms.casework.importing.taking import purge
from forms.casework.new_address import forget_old_ones


@job(every=timedelta(hours=1))
def purge_uploaded_lists() -> None:
    """Forget the people of a list that nobody took in for a day."""
    purge()


@job(every=timedelta(days=1))
def forget_addresses_asked_for() -> None:
    """Forget new e-mail addresses that can no longer be confirmed or gainsaid."""
    forget_old_ones()


@job(every=timedelta(minutes=15))
def pass_up_unread_requests() -> None:
    """Tell the deputy, then the manager, of a young person's request nobody opened."""
    pass_up()
