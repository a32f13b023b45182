"""Delete what is due, a record at a time, and count it; a count names nobody."""

import datetime as dt
import logging

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Site

from cms.freed_pages import shrink_database
from cms.models.retention import Purge
from cms.retention.judging import Judged, dry_run, judge_row

logger = logging.getLogger(__name__)


class NotAllPurged(Exception):
    """Some records could not be deleted; all the others have been."""


def purge_due(site: Site | None = None) -> list[Judged]:
    """Delete what is due today and return it.

    Each record goes in a transaction of its own: killed anywhere, the next run goes on
    with the rest. One that fails stops no other.
    """
    day = timezone.localdate()
    gone, failed = [], []
    for judged in list(dry_run(day, site)):
        try:
            if _purge(judged, day):
                gone.append(judged)
        except Exception as error:  # noqa: BLE001 (said below, once the rest is gone)
            # No traceback: it may hold what the record says.
            kind = type(error).__name__
            logger.error("%s %s was not purged: %s", judged.name, judged.pk, kind)
            failed.append(judged)
    if gone:
        shrink_database()
    if failed:
        raise NotAllPurged(f"{len(failed)} records could not be deleted.")
    return gone


@transaction.atomic
def _purge(judged: Judged, day: dt.date) -> bool:
    """Delete one, unless it is held, filed away or gone since it was judged."""
    rule = judged.rule
    rows = rule.rows(judged.site).filter(pk=judged.pk)
    row = rows.select_for_update(of=("self",)).first()
    again = judge_row(judged.name, judged.site, rows)
    if row is None or again is None or not again.goes(day):
        return False
    rule.erase(row)
    count, _made = Purge.objects.get_or_create(
        site=judged.site, rule=judged.name, day=day
    )
    Purge.objects.filter(pk=count.pk).update(count=F("count") + 1)
    return True
