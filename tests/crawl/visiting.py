"""One person at a site's host: asks, undoes what was done, notes what was wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client

from tests.crawl.asking import watched
from tests.crawl.belongings import Belongings, changes
from tests.crawl.committing import run_what_waits_for_the_commit
from tests.crawl.reading import MARKER, markers_in

WRITING = ("INSERT", "UPDATE", "DELETE")
SIGN_IN = ("/admin/login/", "/account/login/", "/accounts/login/")


@dataclass
class Finding:
    """Something that must not be: what was asked, what was answered."""

    asked: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.asked}: {self.wrong}"


@dataclass
class Visit:
    """One answer: its code, where it leads, what was read from the request."""

    code: int
    leads_to: str
    read: set[str]
    answer: Any

    @property
    def is_sent_to_sign_in(self) -> bool:
        """Not visited at all: nobody was asked for what we came for."""
        return 300 <= self.code < 400 and any(at in self.leads_to for at in SIGN_IN)


@dataclass
class Visitor:
    """Asks as one person; every change is undone before the next question."""

    client: Client
    theirs: Belongings
    media: Path
    who: str
    allowed: Any = None
    findings: list[Finding] = field(default_factory=list)
    visits: int = 0

    def __post_init__(self) -> None:
        self.client.raise_request_exception = False
        self.before = self.theirs.now()
        self.cookies = self.client.cookies.output()
        self._kept_cookies = self.client.cookies.copy()
        self.files = {path: path.read_bytes() for path in _files(self.media)}

    def get(self, url: str, query: Any = None) -> Visit:
        """Ask for a page."""
        return self._ask("get", url + (f"?{urlencode(query, True)}" if query else ""))

    def post(self, url: str, data: Any = None) -> Visit:
        """Send a form."""
        return self._ask("post", url, data or {})

    def _ask(self, method: str, url: str, data: Any = None) -> Visit:
        self.visits += 1
        with self._undone() as wrote, watched() as read:
            answer = getattr(self.client, method)(url, data)
            run_what_waits_for_the_commit()
            asked = f"{self.who} {method.upper()} {url}"
            if data:
                asked += f" {_short(data)}"
            self._judge(asked, answer, f"{url} {data}", wrote)
        return Visit(answer.status_code, answer.get("Location", ""), read, answer)

    def _judge(self, asked: str, answer: Any, said: str, wrote: list[str]) -> None:
        if answer.status_code >= 500:
            error = getattr(answer, "exc_info", ("", ""))[1]
            self._note(asked, f"{answer.status_code} {error!r}"[:300])
        echoed = {found.decode().lower() for found in MARKER.findall(said.encode())}
        seen = markers_in(answer) - echoed
        match = getattr(answer.wsgi_request, "resolver_match", None)
        if self.allowed:
            seen -= self.allowed(match)
        if seen:
            self._note(asked, f"{answer.status_code} shows {', '.join(sorted(seen))}")
        if wrote:
            changed = changes(self.before, self.theirs.now(wrote))
            if changed:
                self._note(asked, f"{answer.status_code} {'; '.join(changed[:6])}")

    def _note(self, asked: str, wrong: str) -> None:
        self.findings.append(Finding(asked, wrong))

    @contextmanager
    def _undone(self) -> Iterator[list[str]]:
        """Whatever happens in it did not: rows, files, cookies, caches."""
        wrote: list[str] = []

        def watch(execute: Any, sql: Any, *rest: Any) -> Any:
            writes = str(sql).lstrip().upper().startswith(WRITING)
            if writes and "django_session" not in str(sql):
                wrote.append(str(sql))
            return execute(sql, *rest)

        mark = transaction.savepoint()
        try:
            with connection.execute_wrapper(watch):
                yield wrote
        finally:
            transaction.set_rollback(False)
            transaction.savepoint_rollback(mark)
            self.client.cookies = self._kept_cookies.copy()
            if wrote:
                self._put_files_back()
                for cache in caches.all(initialized_only=True):
                    cache.clear()

    def _put_files_back(self) -> None:
        for path, content in self.files.items():
            if not path.exists():
                path.write_bytes(content)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _short(data: Any) -> str:
    text = urlencode(
        {k: v for k, v in data.items() if k != "csrfmiddlewaretoken"}, True
    )
    return text if len(text) < 300 else text[:300] + "…"
