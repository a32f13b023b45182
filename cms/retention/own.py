"""What the host itself keeps of people, and for how long."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import OutboundEmail
from cms.retention.rule import Rule

MAILS_MONTHS = 12


def _mails(site: Site) -> QuerySet[Any]:
    """Those of no case: the others go with theirs. One that still waits is not over."""
    over = (OutboundEmail.Status.SENT, OutboundEmail.Status.FAILED)
    mails = OutboundEmail.objects.filter(site=site, case_reference="", status__in=over)
    return mails.only("site", "created_at", "row_key")


def _written_on(mail: Any) -> dt.date:
    return timezone.localdate(mail.created_at)


def _months(_site: Site) -> int:
    return MAILS_MONTHS


MAILS = Rule(
    name="mails",
    label=_("E-mails that belong to no record, counted from when they were written"),
    rows=_mails,
    counted_from=_written_on,
    months=_months,
)
