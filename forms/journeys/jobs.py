"""What the journeys do by themselves: remind of drafts, throw old ones away."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.schedule import job
from forms.journeys.deleting import forget_mails
from forms.journeys.models import Draft, ResumeLink
from forms.journeys.reminding import remind_all
from forms.journeys.timing import measure_all

# Long enough that a link found in an old mail still answers "its time has passed".
KEEP_LINKS = timedelta(days=365)


@job(every=timedelta(hours=6))
def purge_drafts() -> None:
    """Delete drafts whose time has passed, and links nobody will look for any more."""
    now = timezone.now()
    # While a service is suspended nobody can come back to their draft: it waits.
    over = Draft.objects.filter(
        expires_at__lte=now, site__profile__suspended_at__isnull=True
    )
    for pk in over.values_list("pk", flat=True):
        with transaction.atomic():
            # Unless somebody has come back to it meanwhile.
            locked = over.select_for_update(of=("self",)).filter(pk=pk).first()
            if locked:
                forget_mails(locked)
                locked.delete()
    ResumeLink.objects.filter(expires_at__lte=now - KEEP_LINKS).delete()


@job(every=timedelta(hours=1))
def remind_of_drafts() -> None:
    """Write once to whoever saved answers that will be deleted in a few days."""
    remind_all()


@job(every=timedelta(days=1))
def measure_times() -> None:
    """Let each form say how long it really takes people here."""
    measure_all()
