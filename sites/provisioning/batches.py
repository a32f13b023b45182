"""Make many services in the background, one a transaction; a killed run goes on."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from sites.models import Authority, ServiceBatch, ServiceBatchRow
from sites.provisioning.asking import Asked, CannotCreate
from sites.provisioning.creating import State as Made
from sites.provisioning.creating import create_service
from sites.provisioning.lists import Entry
from sites.provisioning.planning import Planned, plan
from sites.provisioning.tasks import hurry

logger = logging.getLogger(__name__)
State = ServiceBatchRow.State

MAX_ATTEMPTS = 3
"""A service at which workers were killed so often may be what kills them."""


@transaction.atomic
def plan_batch(*, authorities: Iterable[Authority], host: str, by: Any) -> ServiceBatch:
    """Write down what is to be made; nothing is made yet."""
    batch = ServiceBatch.objects.create(host=host, created_by=by)
    ServiceBatchRow.objects.bulk_create(
        ServiceBatchRow(batch=batch, authority=authority) for authority in authorities
    )
    return batch


def dry_run(batch: ServiceBatch) -> list[Planned]:
    """What starting it would make now, and what is in the way."""
    rows = batch.rows.select_related("authority")
    return plan(Entry(row.authority.slug, _asked(row, batch)) for row in rows)


@transaction.atomic
def start_batch(*, batch: ServiceBatch, by: Any) -> bool:
    """Let it begin; False where it was begun already. The worker does the rest."""
    begun = ServiceBatch.objects.filter(pk=batch.pk, started_at=None).update(
        started_at=timezone.now(), created_by=by
    )
    if begun:
        # Robust: the minute's job takes it up, whatever the queue says.
        transaction.on_commit(lambda: hurry(batch.pk), robust=True)
    return bool(begun)


def carry_on() -> None:
    """Take up every batch that was begun and has services left."""
    begun = ServiceBatch.objects.filter(
        started_at__isnull=False, rows__state=State.WAITING
    )
    for pk in begun.order_by("pk").values_list("pk", flat=True).distinct():
        work_off(pk)


def work_off(batch_id: int) -> None:
    """Make every service of a begun batch that is still to do."""
    for key in list(_left(batch_id).values_list("pk", flat=True)):
        _attempt(key)


def _left(batch_id: int) -> QuerySet[ServiceBatchRow]:
    return ServiceBatchRow.objects.filter(
        batch=batch_id, batch__started_at__isnull=False, state=State.WAITING
    )


def _attempt(key: int) -> None:
    row = ServiceBatchRow.objects.filter(pk=key, state=State.WAITING)
    # Committed before anything is tried: the count outlives a killed worker.
    if not row.update(attempts=F("attempts") + 1):
        return
    try:
        _make(key)
    except OperationalError as error:
        # The database was busy or away: the next pass tries again.
        row.update(why=type(error).__name__)
    except Exception as error:  # noqa: BLE001  (one service must not stop the others)
        name = type(error).__name__
        logger.error("Row %s of new services failed: %s", key, name)
        row.update(state=State.FAILED, why=name, done_at=timezone.now())


@transaction.atomic
def _make(key: int) -> None:
    rows = ServiceBatchRow.objects.select_related("batch__created_by", "authority")
    row = (
        rows.filter(pk=key, state=State.WAITING)
        .select_for_update(skip_locked=True, of=("self",))
        .first()
    )
    if row is None:  # Another worker has it.
        return
    if row.attempts > MAX_ATTEMPTS:
        row.state, row.why = State.FAILED, row.why or _("Workers were killed at it.")
    else:
        _make_for(row)
    row.done_at = timezone.now()
    row.save()


def _make_for(row: ServiceBatchRow) -> None:
    by: Any = row.batch.created_by
    # Kept as it is said, so in the language of whoever asked for it.
    with override(getattr(by, "preferred_language", "en")):
        try:
            outcome = create_service(_asked(row, row.batch), by=by)
        except CannotCreate as refused:
            row.state, row.why = State.FAILED, str(refused)
            return
    row.why = ""
    row.state = State.MADE if outcome.state == Made.MADE else State.UNCHANGED


def _asked(row: ServiceBatchRow, batch: ServiceBatch) -> Asked:
    return Asked(authority=row.authority, host=batch.host)
