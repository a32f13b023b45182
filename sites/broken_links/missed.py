"""The addresses of a site that were not found: written down, shown, forgotten."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from sites.broken_links.models import MissedPath
from sites.broken_links.noticing import Waiting, keep_waiting, waiting

MOST = 200
"""So many a site; the rarest make room for what is new."""
KEPT = dt.timedelta(days=90)
OFTEN = 5
"""So many times before the dashboard speaks of it."""


def missed(site: Site) -> QuerySet[MissedPath]:
    """What is not found now, the most wanted first: nothing that leads on by now."""
    leads_on = Redirect.objects.filter(
        Q(site=site) | Q(site=None), old_path=OuterRef("path")
    )
    rows = MissedPath.objects.filter(site=site).exclude(Exists(leads_on))
    return rows.order_by("-times", "-last_on", "path")


def write_down(site: Site) -> None:
    """Take what waits in the cache into the table; the same queries for any number."""
    noticed = waiting(site.pk)
    if not noticed:
        return
    with transaction.atomic():
        rows = MissedPath.objects.filter(site=site, path__in=noticed)
        known = {row.path: row for row in rows}
        new = {
            path: one
            for path, one in noticed.items()
            if path not in known and one.is_worth_keeping
        }
        _count(known, noticed)
        _add(site, new)
    written = known.keys() | new.keys()
    rest = {path: one for path, one in noticed.items() if path not in written}
    keep_waiting(site.pk, rest if len(rest) < len(noticed) else _thinned(rest))


def forget() -> None:
    """What nobody has asked for in a long time is no longer kept."""
    before = timezone.localdate() - KEPT
    MissedPath.objects.filter(last_on__lt=before).delete()


def _thinned(rest: Waiting) -> Waiting:
    """Slips of hands make room: those noticed last stay to see whether they recur."""
    newest = list(rest.items())[-50:]
    return dict(newest)


def _count(known: dict[str, MissedPath], noticed: Waiting) -> None:
    for path, row in known.items():
        row.times += noticed[path].times
        row.times_from_here += noticed[path].from_here
        row.last_on = timezone.localdate()
    fields = ["times", "times_from_here", "last_on"]
    MissedPath.objects.bulk_update(known.values(), fields)


def _add(site: Site, new: Waiting) -> None:
    MissedPath.objects.bulk_create(
        [
            MissedPath(
                site=site,
                path=path,
                times=one.times,
                times_from_here=one.from_here,
                last_on=timezone.localdate(),
            )
            for path, one in new.items()
        ],
        ignore_conflicts=True,
    )
    own = MissedPath.objects.filter(site=site)
    wanted = own.order_by("-is_left_out", "-times", "-last_on", "-pk")
    own.exclude(pk__in=list(wanted.values_list("pk", flat=True)[:MOST])).delete()
