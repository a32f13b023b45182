"""From what an address answered to entries that can be offered: plain, short, dated."""

import datetime as dt
import json
import re
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cms.outside import Answer
from pages.hub_news.outside.failures import Failure, FeedFailed
from pages.hub_news.outside.limits import limits

PARSER = Path(__file__).with_name("parsing.py")
TITLE, SUMMARY, ADDRESS = 200, 300, 500
# Control characters, and those that turn the direction of what stands after them.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Halves of characters, which no database takes.
HALVES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One item of a feed: `digest` changes with anything of it, shown or not."""

    id: str
    title: str
    summary: str
    url: str
    date: dt.date | None
    digest: str

    def key(self, origin: str, language: str) -> uuid.UUID:
        """The same for the same item, wherever its feed moves to."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{origin}/{language}/{self.id}")


@dataclass(frozen=True)
class Feed:
    """Its entries, the newest first; `is_whole` unless it broke off somewhere."""

    entries: list[Entry]
    is_whole: bool


def read(answer: Answer) -> Feed:
    """The entries; FeedFailed where it is no feed that can be read."""
    told = _parsed(answer)
    if not told["kind"]:
        raise FeedFailed(Failure.NO_FEED)
    found = [entry for one in told["entries"] if (entry := _entry(one))]
    found.sort(key=lambda entry: entry.date or dt.date.max, reverse=True)
    by_id: dict[str, Entry] = {}
    for entry in found:
        by_id.setdefault(entry.id, entry)
    return Feed(list(by_id.values()), told["is_whole"])


def _parsed(answer: Answer) -> dict[str, Any]:
    headers = {"content-type": answer.content_type, "content-location": answer.url}
    seconds = limits().parsing_seconds
    program = [sys.executable, "-I", "-B", str(PARSER), json.dumps(headers)]
    try:
        ended = subprocess.run(  # noqa: S603  (a program of ours, without a shell)
            [*program, str(seconds)],
            input=answer.body,
            capture_output=True,
            timeout=2 * seconds,
            check=True,
            env={},
        )
        told: dict[str, Any] = json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise FeedFailed(Failure.NO_FEED) from None
    return told


def _entry(told: dict[str, Any]) -> Entry | None:
    """None where it has no title, or no address that leads anywhere."""
    title, url = plain(told["title"], TITLE), told["link"].strip()
    if not title or not _leads_somewhere(url):
        return None
    return Entry(
        id=HALVES.sub("", told["id"]),
        title=title,
        summary=plain(told["summary"], SUMMARY),
        url=url,
        date=_day(told["at"]),
        digest=told["digest"],
    )


def plain(text: str, most: int) -> str:
    """On one line, without what cannot be seen; cut after a word where it is long."""
    text = " ".join(HALVES.sub("", UNSEEN.sub(" ", text)).split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _leads_somewhere(url: str) -> bool:
    if len(url) > ADDRESS or UNSEEN.search(url) or HALVES.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _day(moment: int | None) -> dt.date | None:
    """None for one that is not to be believed: long ago, or yet to come."""
    if moment is None:
        return None
    now = dt.datetime.now(dt.UTC)
    try:
        day = dt.datetime.fromtimestamp(moment, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return day.date() if day.year > 1990 and day < now + dt.timedelta(days=2) else None
