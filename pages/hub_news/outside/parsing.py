"""Take a feed apart, in a process of its own that knows and may do next to nothing.

Run as a program, without Django: the feed comes by standard input, its entries go out
as JSON. Whatever a hostile feed does to the parser (time, memory, a crash), it does
here, and the worker only sees that nothing came back.
"""

import calendar
import hashlib
import io
import json
import resource
import sys
from html.parser import HTMLParser
from typing import Any

import feedparser

MEMORY = 512 * 1024 * 1024
MOST = 200
LONGEST = 20_000
UNSEEN = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math"}
# The feed is well, only its server does not know its own encoding.
HARMLESS = {"CharacterEncodingOverride", "NonXMLContentType"}


class Words(HTMLParser):
    """The text of some HTML, without anything of its markup."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self._within: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in UNSEEN:
            self._within.append(tag)
        self.told.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()
        self.told.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.told.append(data)


def main() -> None:
    """Read, parse and tell."""
    headers, seconds = json.loads(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # As a file: given as text, the parser would try it as an address and a file's name.
    body = io.BytesIO(sys.stdin.buffer.read())
    json.dump(told_of(feedparser.parse(body, response_headers=headers)), sys.stdout)


def told_of(feed: Any) -> dict[str, Any]:
    """What the worker wants to know of it."""
    fault = type(feed.get("bozo_exception")).__name__ if feed.get("bozo") else ""
    return {
        "kind": feed.get("version", ""),
        "is_whole": not fault or fault in HARMLESS,
        "entries": [_entry(entry) for entry in feed.get("entries", [])[:MOST]],
    }


def _entry(entry: Any) -> dict[str, Any]:
    summary = str(entry.get("summary", ""))[:LONGEST]
    content = "".join(str(part.get("value", "")) for part in entry.get("content", []))
    title = str(entry.get("title", ""))[:LONGEST]
    link = str(entry.get("link", ""))
    whole = "\n".join((title, link, summary, content))
    return {
        "id": str(entry.get("id", "")) or link,
        "link": link,
        "title": _plain(title),
        "summary": _plain(summary or content[:LONGEST]),
        "at": _moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        "digest": hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16],
    }


def _plain(html: str) -> str:
    return " ".join("".join(Words(html).told).split())


def _moment(parts: Any) -> int | None:
    try:
        return calendar.timegm(parts) if parts else None
    except (ValueError, OverflowError):
        return None


if __name__ == "__main__":
    main()
