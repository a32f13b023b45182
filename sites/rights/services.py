"""What happens to a request. Nothing else writes one."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from sites.rights.clock import may_extend_until
from sites.rights.models import RightsRequest


class RightsError(Exception):
    """Something that cannot be done to a request as it stands."""


class NotOpen(RightsError):
    """It has been answered, refused or taken back."""


class TooLateToExtend(RightsError):
    """Its clock stands still, it has more time already, or the first month is over."""


class IdentityUnknown(RightsError):
    """Nobody has made sure yet that it is them."""


def take_request(*, site: Site, by: Any, **facts: Any) -> RightsRequest:
    """Write down that somebody asked; whoever does it answers for it."""
    return RightsRequest.objects.create(site=site, officer=by, **facts)


def locked(request: RightsRequest) -> RightsRequest:
    """The request as it stands now, for this transaction alone; only while open."""
    found = RightsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if not found.is_open:
        raise NotOpen
    return found


@transaction.atomic
def change_request(*, request: RightsRequest, **facts: Any) -> RightsRequest:
    """Write other facts of it: who asks, and how sure it is that it is them."""
    found = locked(request)
    for name, value in facts.items():
        setattr(found, name, value)
    found.save()
    return found


@transaction.atomic
def extend(*, request: RightsRequest, why: str) -> RightsRequest:
    """Take two further months, of which the person is told with the reason."""
    found = locked(request)
    today = timezone.localdate()
    if (
        found.clock_from is None
        or found.extended_on
        or today > may_extend_until(found.clock_from)
    ):
        raise TooLateToExtend
    found.extended_on, found.extended_why = today, why
    found.save()
    return found


@transaction.atomic
def end_without_answer(
    *, request: RightsRequest, state: str, why: str, on: dt.date | None = None
) -> RightsRequest:
    """Refuse it with a reason, or write down that it was taken back."""
    found = locked(request)
    found.state, found.ended_why = state, why
    found.ended_on = on or timezone.localdate()
    found.save()
    return found
