"""What a journey promises and keeps, as a service may set it: days, months, opening.

A plugin declares its `AnswerTime`s and `Keeping`s beside its journey; what a service
has set instead stands in its row (sites.models.terms).
"""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext

from sites.closed_days import working_day_after
from sites.models import Opening, Service

if TYPE_CHECKING:
    from wagtail.models import Site

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class AnswerTime:
    """In how many working days somebody is answered; `label` asks staff for it."""

    key: str
    label: Words
    days: int


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """For how many months something is kept. `label` says what, and counted from when.

    `days`, `months` and the like are our defaults: a service checks them with its data
    protection officer. `label` stands on the privacy page too.
    """

    key: str
    label: Words
    months: int


def days_to_answer(service: Service, kind: str, time: AnswerTime) -> int:
    """The working days of this promise at `service`."""
    return service.terms_of(kind).days.get(time.key, time.days)


def months_kept(service: Service, kind: str, keeping: Keeping) -> int:
    """For how many months `service` keeps it."""
    return service.terms_of(kind).months.get(keeping.key, keeping.months)


def answer_day(
    site: "Site", kind: str, time: AnswerTime, start: datetime.date
) -> datetime.date:
    """By when somebody who wrote on `start` is answered: the day we may promise."""
    service = Service.of(site)
    days = days_to_answer(service, kind, time) if service else time.days
    return working_day_after(site, start, days)


def opening(service: Service, kind: str) -> Opening:
    """Whether the form of plugin `kind` takes new people at `service`.

    Closed, too, as long as its safeguarding and privacy settings are not filled.
    """
    if service.missing_to_open():
        return Opening.CLOSED
    return service.terms_of(kind).state


def may_begin(service: Service, kind: str) -> bool:
    """Whether somebody may begin the form now."""
    return opening(service, kind) == Opening.OPEN


def may_send(service: Service, kind: str) -> bool:
    """Whether somebody who has begun may go on and send: while it is paused, too."""
    return opening(service, kind) != Opening.CLOSED


def note_of(service: Service, kind: str) -> str:
    """What stands beside a link to the form; empty while it is open."""
    if service.missing_to_open():
        return gettext("This form is not open yet")
    state = service.terms_of(kind).state
    return {
        Opening.OPEN: "",
        Opening.PAUSED: pgettext("form", "Paused at the moment"),
        Opening.CLOSED: pgettext("form", "Closed at the moment"),
    }[state]
