"""A member of staff asks for screens in Welsh, sends their forms, and is told of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.test import Client
from wagtail.models import Site

from tests.crawl.committing import run_what_waits_for_the_commit
from tests.crawl.page_forms import forms_in


@dataclass
class Staff:
    """Somebody signed in at a site, and every answer they were given.

    Redirects are followed: the next screen says what was done.
    """

    site: Site
    person: Any
    answers: list[Any] = field(default_factory=list, kw_only=True)

    def __post_init__(self) -> None:
        self.client = Client(SERVER_NAME=self.site.hostname)
        self.client.force_login(self.person)

    def get(self, url: str, **query: Any) -> Any:
        """Look at a screen."""
        return self._noted(self.client.get(url, query or None, follow=True))

    def post(self, url: str, data: Any = None, **more: Any) -> Any:
        """Send a form."""
        answer = self.client.post(url, {**(data or {}), **more}, follow=True)
        run_what_waits_for_the_commit()
        return self._noted(answer)

    def form(self, url: str) -> dict[str, Any]:
        """The form of a screen as it stands: its largest, beside those of its parts."""
        return max((form.data for form in forms_in(self.get(url))), key=len)

    def send(self, url: str, **changes: Any) -> Any:
        """The form of a screen with changes."""
        return self.post(url, self.form(url), **changes)

    def _noted(self, answer: Any) -> Any:
        self.answers.append(answer)
        return answer


@dataclass
class Visitor(Staff):
    """Whatever they do is undone at once, and what breaks is another test's matter."""

    media: Path

    def __post_init__(self) -> None:
        super().__post_init__()
        self.client.raise_request_exception = False
        files = [path for path in self.media.rglob("*") if path.is_file()]
        self.files = {path: path.read_bytes() for path in files}

    def get(self, url: str, **query: Any) -> Any:
        with self._undone():
            return super().get(url, **query)

    def post(self, url: str, data: Any = None, **more: Any) -> Any:
        with self._undone():
            return super().post(url, data, **more)

    @contextmanager
    def _undone(self) -> Iterator[None]:
        mark, cookies = transaction.savepoint(), self.client.cookies.copy()
        try:
            yield
        finally:
            transaction.set_rollback(False)
            transaction.savepoint_rollback(mark)
            self.client.cookies = cookies
            for path, content in self.files.items():
                if not path.exists():
                    path.write_bytes(content)
            for cache in caches.all(initialized_only=True):
                cache.clear()
