"""The declared job of the staff's room."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from cms.schedule import job
from sites.staff.models import Invitation

KEPT_FOR = dt.timedelta(days=90)


@job(every=dt.timedelta(days=1))
def forget_old_invitations() -> None:
    """Names and addresses of the invited go when nothing more can come of them.

    Who was invited, as what and by whom stays in the audit log, without the address.
    """
    then = timezone.now() - KEPT_FOR
    Invitation.objects.filter(
        Q(accepted_at__lt=then) | Q(withdrawn_at__lt=then) | Q(expires_at__lt=then)
    ).delete()
