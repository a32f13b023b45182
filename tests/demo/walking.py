"""Walk a site of the demo by its own links, as a reader would."""

import re
from collections import deque
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client


class Reading(HTMLParser):
    """What matters of a page: its links, headings, language, robots and titles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.h1 = 0
        self.lang = ""
        self.robots = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag == "a" and facts.get("href"):
            self.links.append(facts["href"])
        if tag == "h1":
            self.h1 += 1
        if tag == "html":
            self.lang = facts.get("lang") or ""
        if tag == "meta" and facts.get("name") == "robots":
            self.robots = facts.get("content") or ""


@dataclass(frozen=True)
class Seen:
    """One address and what answered there."""

    url: str
    status: int
    reading: Reading | None


def walk(start: str, *, within: str) -> list[Seen]:
    """Every HTML page reachable from `start` on hosts that match `within`."""
    waiting, known, seen = deque([start]), {start}, []
    while waiting:
        url = waiting.popleft()
        visited = _visit(url)
        seen.append(visited)
        for href in visited.reading.links if visited.reading else []:
            target = urljoin(url, href).partition("#")[0]
            parts = urlsplit(target)
            ours = parts.scheme == "http" and re.fullmatch(within, parts.netloc)
            if ours and target not in known and not _leaves(parts.path):
                known.add(target)
                waiting.append(target)
    return seen


def _leaves(path: str) -> bool:
    # The last two lead out of the form for young people, to another website.
    out = path.endswith(("/gadael/", "/leave/"))
    return out or path.startswith("/admin") or "/demo/sign-in/" in path


def _visit(url: str) -> Seen:
    parts = urlsplit(url)
    client = Client(SERVER_NAME=parts.hostname)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    answer = client.get(path, follow=True)
    is_page = "text/html" in answer.headers.get("Content-Type", "")
    reading = Reading(answer.content.decode()) if is_page else None
    return Seen(url, answer.status_code, reading)
