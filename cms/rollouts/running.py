"""Work off a started roll-out, one site a transaction.

The switch and the site's row are committed together: whoever is killed in between has
done neither, and whoever comes next takes up what is left. Two at once share the sites.
"""

import logging
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from cms.activation import CannotSwitch, disable, enable
from cms.models import Rollout, RolloutSite
from cms.rollouts.tasks import hurry

logger = logging.getLogger(__name__)
State = RolloutSite.State

MAX_ATTEMPTS = 3
"""A site at which workers were killed so often may be what kills them."""


@transaction.atomic
def start(*, rollout: Rollout, by: Any) -> bool:
    """Let it begin; False where it was begun already. The worker does the rest."""
    begun = Rollout.objects.filter(pk=rollout.pk, started_at=None).update(
        started_at=timezone.now(), created_by=by
    )
    if begun:
        log(rollout, "cms.rollout_started", user=by)
        # Robust: the minute's job takes it up, whatever the queue says.
        transaction.on_commit(lambda: hurry(rollout.pk), robust=True)
    return bool(begun)


@transaction.atomic
def stop(*, rollout: Rollout, by: Any) -> int:
    """Leave out the sites still to do; what is switched stays. Returns how many."""
    left = rollout.rows.filter(state=State.WAITING)
    count = left.update(state=State.STOPPED, done_at=timezone.now())
    if count:
        Rollout.objects.filter(pk=rollout.pk).update(
            stopped_at=timezone.now(), stopped_by=by
        )
        log(rollout, "cms.rollout_stopped", user=by)
    return count


def carry_on() -> None:
    """Take up every roll-out that was begun and has sites left."""
    begun = Rollout.objects.filter(started_at__isnull=False, rows__state=State.WAITING)
    for rollout_id in begun.order_by("pk").values_list("pk", flat=True).distinct():
        work_off(rollout_id)


def work_off(rollout_id: int) -> None:
    """Switch the plugin at every site of a begun roll-out that is still to do."""
    for key in list(_left(rollout_id).values_list("pk", flat=True)):
        _attempt(key)


def _left(rollout_id: int) -> QuerySet[RolloutSite]:
    return RolloutSite.objects.filter(
        rollout=rollout_id, rollout__started_at__isnull=False, state=State.WAITING
    )


def _attempt(key: int) -> None:
    row = RolloutSite.objects.filter(pk=key, state=State.WAITING)
    # Committed before anything is tried: the count outlives a killed worker.
    if not row.update(attempts=F("attempts") + 1):
        return
    try:
        _switch(key)
    except OperationalError as error:
        # The database was busy or away: the next pass tries again.
        row.update(error=type(error).__name__)
    except Exception as error:  # noqa: BLE001 (one site must not stop the others)
        name = type(error).__name__
        # No traceback: what a plugin handles may name a person.
        logger.error("Roll-out row %s failed: %s", key, name)
        row.update(state=State.FAILED, error=name[:100], done_at=timezone.now())


@transaction.atomic
def _switch(key: int) -> None:
    rows = RolloutSite.objects.select_related("rollout__created_by", "site__profile")
    row = (
        rows.filter(pk=key, state=State.WAITING)
        .select_for_update(skip_locked=True, of=("self",))
        .first()
    )
    if row is None:  # Another worker has it, or somebody stopped the roll-out.
        return
    if row.attempts > MAX_ATTEMPTS:
        row.state, row.error = State.FAILED, row.error or "WorkerKilled"
    else:
        _switch_at(row)
    row.done_at = timezone.now()
    row.save()


def _switch_at(row: RolloutSite) -> None:
    rollout = row.rollout
    switch = enable if rollout.turn_on else disable
    try:
        switched = switch(site=row.site, label=rollout.plugin, by=rollout.created_by)
    except CannotSwitch as refused:
        row.state = State.REFUSED
        row.refusal = refused.plan.refusal or ""
        row.others = list(refused.plan.others)
    else:
        row.error = ""
        row.state = State.SWITCHED if switched else State.UNCHANGED
        row.also_on = [label for label in switched if label != rollout.plugin]
