"""Young people's requests that nobody has opened: found, and told of once more."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from cms.activation import is_on
from cms.mail import queue_mail, site_url
from cms.models import ReadLog
from forms.casework.duty.models import PassedUp
from forms.casework.duty.people import told_as
from forms.casework.kinds import machines
from forms.casework.models import Case
from sites.closed_days import working_day_after
from sites.models import Service

AFTER = {PassedUp.To.DEPUTY: 1, PassedUp.To.MANAGER: 2}
"""After how many working days, to whom."""
BY = time(17, 0)
"""At the latest, so that a day's mail is written while somebody is there to read it."""
OPENED = ("view", "print", "download")


def with_unread(cases: QuerySet[Case]) -> QuerySet[Any, Any]:
    """Cases with `is_unread`: nobody has opened them, nor keyed them in."""
    opened = ReadLog.objects.filter(
        site=OuterRef("site"),
        kind=OuterRef("kind"),
        reference=OuterRef("reference"),
        action__in=OPENED,
    )
    return cases.annotate(is_unread=Q(arrival=None) & ~Exists(opened))


def unread_young(now: datetime) -> QuerySet[Any, Any]:
    """The open requests of young people that nobody has opened for most of a day."""
    old = with_unread(Case.objects.filter(from_young=True))
    waiting = old.filter(is_unread=True, received_at__lt=now - timedelta(hours=12))
    return waiting.filter(kind__in=machines()).defer("answers").order_by("received_at")


def due_at(case: Case, days: int) -> datetime:
    """When so many of the service's working days after its arrival are over."""
    received = timezone.localtime(case.received_at)
    day = working_day_after(case.site, received.date(), days)
    return timezone.make_aware(datetime.combine(day, min(received.time(), BY)))


def pass_up() -> None:
    """Tell the deputy, and later the manager, of each; each of them once."""
    now = timezone.now()
    for case in unread_young(now).select_related("site"):
        if case.is_closed or not is_on(case.site, case.kind):
            continue
        for to, days in AFTER.items():
            if due_at(case, days) <= now:
                _tell(case, to)


@transaction.atomic
def _tell(case: Case, to: PassedUp.To) -> None:
    """Write it down and queue the mails in one: killed between, nothing was done."""
    _row, is_new = PassedUp.objects.get_or_create(
        case=case, to=to, defaults={"site": case.site}
    )
    service = Service.objects.filter(site=case.site).first()
    if not is_new or service is None:
        return
    link = site_url(case.site, reverse(f"{case.kind}:case", args=[case.pk]))
    for person in told_as(service, case.kind, to):
        queue_mail(
            site=case.site,
            to=person.email,
            template="casework/unread",
            language=person.preferred_language,
            context={"reference": case.reference, "days": AFTER[to], "url": link},
            case_reference=case.reference,
        )
