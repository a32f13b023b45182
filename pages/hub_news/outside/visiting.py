"""One visit to a feed that is followed: ask, read, offer, and put down how it went."""

import datetime as dt
import logging
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms.offers.outside import OutsideItem, offer_outside, withdraw_outside
from cms.outside import Answer, AskFailed, Question, ask
from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.failures import Failure, FeedFailed
from pages.hub_news.outside.limits import limits
from pages.hub_news.outside.reading import Entry, Feed, read

logger = logging.getLogger(__name__)

FEEDS = (
    "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8,"
    " */*;q=0.1"
)
EVERY = dt.timedelta(hours=1)
FIRST_RETRY = dt.timedelta(minutes=15)
LONGEST_PAUSE = dt.timedelta(days=1)
OLDEST = dt.timedelta(days=180)
NEWEST = 20
ROOM = 30
"""How many items of one authority may wait for the hub at once."""


def visit(feed: OutsideFeed) -> None:
    """Take in what is new. Whatever is wrong with the feed is noted, never raised."""
    try:
        told = _visited(feed)
    except AskFailed as failed:
        _note(feed, _failed(feed, Failure(failed.failure.value)))
    except FeedFailed as failed:
        _note(feed, _failed(feed, failed.failure))
    except Exception as error:  # noqa: BLE001  (the screen says it; the next try may do)
        logger.error("A feed could not be taken in (%s).", type(error).__name__)
        _note(feed, _failed(feed, Failure.OURS))
    else:
        now = timezone.now()
        _note(feed, {**told, "failures": 0, "failure": "", "came_at": now})


def _visited(feed: OutsideFeed) -> dict[str, Any]:
    """What is to be remembered for the next visit."""
    known = {"etag": feed.etag, "last_modified": feed.last_modified}
    # What found no room is asked for again, changed or not.
    question = Question(
        url=feed.url,
        purpose="news of local authorities",
        accept=FEEDS,
        **({} if feed.left_out else known),
    )
    answer = ask(question, limits())
    return {} if answer.is_unchanged else take_in(feed, answer)


def take_in(feed: OutsideFeed, answer: Answer) -> dict[str, Any]:
    """Offer the newest entries, and take away what its authority took away."""
    found = read(answer)
    origin, before = feed.authority.slug, feed.seen
    keys = {entry.key(origin, feed.language): entry for entry in found.entries}
    oldest = timezone.localdate() - OLDEST
    newest = [
        (key, entry) for key, entry in keys.items() if (entry.date or oldest) >= oldest
    ][:NEWEST]
    with transaction.atomic():
        left_out = offer_outside(
            hub=feed.site,
            origin=origin,
            language=feed.language,
            items=[_item(key, entry, before) for key, entry in newest],
            room=ROOM,
        )
        gone = _taken_away(before, set(keys), found)
        withdraw_outside(hub=feed.site, origin=origin, keys=gone)
    return {
        "etag": answer.etag,
        "last_modified": answer.last_modified,
        "left_out": left_out,
        "seen": {
            str(key): [entry.digest, str(entry.date or "")] for key, entry in newest
        },
    }


def _item(key: UUID, entry: Entry, before: dict[str, list[str]]) -> OutsideItem:
    was = before.get(str(key))
    return OutsideItem(
        key=key,
        title=entry.title,
        summary=entry.summary,
        url=entry.url,
        date=entry.date,
        is_edited=bool(was and was[0] != entry.digest),
    )


def _taken_away(before: dict[str, list[str]], now: set[UUID], found: Feed) -> set[UUID]:
    """What was there and is not, though older items still are.

    Those that only grew too old for the feed stay as they are, and so does everything
    when it breaks off or stands empty.
    """
    dates = [entry.date for entry in found.entries if entry.date]
    if not found.is_whole or not dates:
        return set()
    last = str(min(dates))
    return {UUID(key) for key, (_digest, day) in before.items() if day > last} - now


def _failed(feed: OutsideFeed, failure: Failure) -> dict[str, Any]:
    return {"failures": feed.failures + 1, "failure": failure.value}


def _note(feed: OutsideFeed, told: dict[str, Any]) -> None:
    """In bulk: no public page shows it, so none has to be made anew.

    Nothing where its address was changed meanwhile.
    """
    now = timezone.now()
    pause = EVERY
    if failures := told["failures"]:
        pause = min(FIRST_RETRY * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
    same = OutsideFeed.objects.filter(pk=feed.pk, url=feed.url)
    same.update(**told, asked_at=now, due_at=now + pause)
