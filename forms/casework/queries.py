"""Which cases are open, new or due, whatever machine they follow."""

import datetime
from typing import Any

from django.db.models import Case as Choose
from django.db.models import (
    Exists,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from forms.casework.machine import Machine
from forms.casework.models import Addition, Case, CaseMail, Note, Standing

Cases = QuerySet[Case]


def open_ones(cases: Cases) -> Cases:
    """Those that are not closed; of absent plugins, too."""
    closed = Standing.objects.filter(
        kind=OuterRef("kind"), stage=OuterRef("stage"), closed=True
    )
    return cases.exclude(Exists(closed))


def to_be_seen_to(cases: Cases, today: datetime.date) -> Cases:
    """Those that are not closed, or were to come back on a day that is here."""
    back = Q(deferred_until__lte=today)
    return cases.filter(back | Q(pk__in=open_ones(cases).values("pk")))


def in_step(cases: Cases, machine: Machine, step: str) -> Cases:
    """Those of one kind that stand in a plain step of its machine."""
    return cases.filter(stage__in=machine.stages_in(step))


def new_ones(cases: Cases, machine: Machine) -> Cases:
    """Those of one kind that wait for somebody to begin."""
    return in_step(cases, machine, machine.steps[0].key)


def due(cases: Cases, day: datetime.date) -> Cases:
    """Those whose person should hear of us on `day` or should have before."""
    return cases.filter(answer_by__lte=day)


def overdue(cases: Cases, today: datetime.date) -> Cases:
    """Those whose day is past."""
    return cases.filter(answer_by__lt=today)


def waiting_for_the_person(cases: Cases) -> Cases:
    """Open ones to whose person we wrote last: nothing came and nobody noted a word."""
    mails = CaseMail.objects.filter(case=OuterRef("pk")).order_by()
    newest = mails.values("case").annotate(newest=Max("at")).values("newest")
    written = open_ones(cases).annotate(written_at=Subquery(newest))
    came = Addition.objects.filter(by=None)  # What staff changed is no answer.
    for later in (Note.objects.all(), came):
        since = later.filter(case=OuterRef("pk"), at__gt=OuterRef("written_at"))
        written = written.exclude(Exists(since))
    return written.filter(written_at__isnull=False)


def with_place(cases: Cases, machine: Machine) -> QuerySet[Any]:
    """Cases of one kind with `place`: how far their stage stands along the machine."""
    places = [When(stage=key, then=Value(n)) for n, key in enumerate(machine.by_key)]
    return cases.annotate(place=Choose(*places, output_field=IntegerField()))
