"""How long a form takes people here: what its first page promises.

The median of what people took lately, without their pauses, to the nearest five
minutes; where too few have sent, what the journey declares. A job counts, and the
service's row, which comes with its site, holds the result: a page asks nothing more.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from statistics import median

from django.db import transaction
from django.utils import timezone

from forms.journeys.declaring import Way, form_key
from forms.journeys.models import Completion, Draft
from sites.models import Service

PAUSE = timedelta(minutes=5)
"""Whoever answers nothing for longer has gone to do something else."""
ENOUGH = 10
LATELY = timedelta(days=180)
KEPT = timedelta(days=365)
_ROUND = 5
_COUNTED = ("site", "kind", "door", "way", "seconds")

Minutes = dict[str, dict[str, int]]


def seconds_since(moment: datetime) -> int:
    """How long somebody was at it since then: at most as long as a pause begins."""
    return int(min(max(timezone.now() - moment, timedelta()), PAUSE).total_seconds())


def minutes_of(service: Service, form: str, way: Way) -> int:
    """How many minutes this way through the form takes at `service`.

    `form` is the key of the form (Journey.form_key): its plugin's label, and its door.
    """
    known: Mapping[str, int] = service.form_minutes.get(form, {})
    return known.get(way.key, way.minutes)


def remember_time(draft: Draft, way: Way) -> None:
    """Count how long this one took, apart from everything that was sent."""
    Completion.objects.create(
        site=draft.site,
        kind=draft.kind,
        door=draft.door,
        way=way.key,
        seconds=draft.seconds + seconds_since(draft.changed_at),
    )


def measure_all() -> None:
    """Write down for every service how long its forms take, and forget what is old."""
    today = timezone.localdate()
    Completion.objects.filter(sent_on__lt=today - KEPT).delete()
    taken: dict[int, dict[tuple[str, str], list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    rows = Completion.objects.filter(sent_on__gte=today - LATELY)
    for site, kind, door, way, seconds in rows.values_list(*_COUNTED):
        taken[site][form_key(kind, door), way].append(seconds)
    for service in Service.objects.all():
        _write(service, _minutes(taken[service.site_id]))


def _minutes(taken: Mapping[tuple[str, str], list[int]]) -> Minutes:
    found: Minutes = defaultdict(dict)
    for (form, way), seconds in taken.items():
        if len(seconds) >= ENOUGH:
            found[form][way] = max(
                _ROUND, _ROUND * round(median(seconds) / 60 / _ROUND)
            )
    return dict(found)


@transaction.atomic
def _write(service: Service, minutes: Minutes) -> None:
    if service.form_minutes == minutes:
        return
    locked = Service.objects.select_for_update().get(pk=service.pk)
    locked.form_minutes = minutes
    locked.save(update_fields=["form_minutes"])
