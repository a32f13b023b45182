"""Look where links lead, politely: seldom, briefly, at a website one at a time.

A link is broken when nothing stands there (404, 410), or when it failed on two days.
Where a website does not let us look, nothing is said about the link; and while no
other website answers either, the fault is taken to be our own network's.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from cms.epochs import Reach
from cms.outside import AskFailed, Failure, Limits, Question, status_at
from sites.broken_links.models import OutgoingLink

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WEEK = 7 * DAY
LONGEST = 4
"""Weeks between two looks at what cannot be checked."""
AT_ONCE = 30
SECONDS = 8.0
GONE = {404, 410}
NOT_FOR_US = {401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 999}
OUR_NETWORK = {Failure.NO_NAME, Failure.NO_ANSWER, Failure.SLOW, Failure.UNSAFE}
State = OutgoingLink.State
Seen = int | Failure
_cache = Reach()


def send_for_due() -> None:
    """Let the worker look at what is due: of each website the longest due alone."""
    if not settings.CHECK_LINKS:
        return
    now = timezone.now()
    due = OutgoingLink.objects.exclude(host="").filter(due_at__lte=now)
    waiting = due.filter(is_left_out=False).order_by("due_at", "pk")
    first: dict[str, tuple[int, str]] = {}
    for pk, host, url in waiting.values_list("pk", "host", "url")[:2000]:
        first.setdefault(host, (pk, url))
    for pk, url in list(first.values())[:AT_ONCE]:
        # Until then nobody sends for it again, should the worker be behind.
        if same_address(url).filter(due_at__lte=now).update(due_at=now + HOUR):
            send_for(pk)


def send_for(pk: int) -> None:
    """Let the worker look at one."""
    from sites.broken_links.tasks import check_link

    check_link.enqueue(pk)


def make_due(link: OutgoingLink) -> None:
    """Somebody waits for it: it is next, and sent for once however often they ask."""
    now = timezone.now()
    own = OutgoingLink.objects.filter(pk=link.pk)
    own.filter(due_at__gt=now).update(due_at=now - WEEK)


def was_looked_at_lately(link: OutgoingLink) -> bool:
    """Whether it is too early to ask there again."""
    return link.asked_at is not None and link.asked_at > timezone.now() - HOUR


def same_address(url: str) -> QuerySet[OutgoingLink]:
    """The link at every site that has it: it is looked at once for all."""
    return OutgoingLink.objects.filter(url=url)


def look(link: OutgoingLink) -> None:
    """Ask for the address, and put down for every site what was seen."""
    key = f"links.{link.host}"
    if not settings.CHECK_LINKS or not _cache.ask(lambda c: c.add(key, 1, 60), True):
        return  # Somebody is asking there now: it is due again in an hour.
    try:
        seen: Seen = status_at(
            Question(url=link.url, purpose="checks links on its pages"),
            Limits(**{"seconds": SECONDS, **getattr(settings, "LINK_LIMITS", {})}),
        )
    except AskFailed as failed:
        seen = failed.failure
    finally:
        _cache.ask(lambda c: c.delete(key), None)
    now = timezone.now()
    for row in same_address(link.url):
        same_address(link.url).filter(pk=row.pk).update(
            **{**_told(row, seen, now), "asked_at": now}
        )


def _told(row: OutgoingLink, seen: Seen, now: dt.datetime) -> dict[str, Any]:
    """What is put down about the link."""
    answered = {} if isinstance(seen, Failure) else {"answered_at": now}
    if isinstance(seen, int) and seen < 400:
        fine = {"state": State.FINE, "seen": "", "since": None, "tries": 0}
        return {**answered, **fine, "due_at": now + WEEK}
    if seen in OUR_NETWORK and not _others_answer(row, now):
        return {"due_at": now + 6 * HOUR}
    told = {**answered, "seen": str(seen), "due_at": now + WEEK}
    if seen in NOT_FOR_US or seen == Failure.NOT_WEB:
        tries = min(row.tries + 1, LONGEST)
        unclear = {"state": State.UNCLEAR, "since": None, "tries": tries}
        return {**told, **unclear, "due_at": now + tries * WEEK}
    return {**told, **_failing(row, seen, now)}


def _failing(row: OutgoingLink, seen: Seen, now: dt.datetime) -> dict[str, Any]:
    today = timezone.localdate()
    since = row.since or today
    if seen in GONE or row.state == State.BROKEN or since < today:
        return {"state": State.BROKEN, "since": since}
    return {"state": State.SUSPECT, "since": since, "due_at": now + DAY}


def _others_answer(row: OutgoingLink, now: dt.datetime) -> bool:
    lately = OutgoingLink.objects.filter(answered_at__gte=now - DAY)
    return lately.exclude(host=row.host).exists()
