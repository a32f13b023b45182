"""Reading pages as somebody whom nobody knows, and counting what it takes."""

from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import Site

Page = tuple[str, str]


def read(page: Page, **how: Any) -> Any:
    """The answer to a reader without cookies at a host and path."""
    host, path = page
    return Client(SERVER_NAME=f"{host}.localhost").get(path, **how)


def is_warm(page: Page) -> bool:
    """Whether it is answered without a question to the database."""
    with CaptureQueriesContext(connection) as queries:
        read(page)
    return not len(queries)


def made_anew(page: Page) -> tuple[int, str]:
    """What is answered where nothing is kept."""
    with override_settings(PAGE_CACHE_SECONDS=0):
        answer = read(page)
    return answer.status_code, answer.text


def stale(*pages: Page) -> list[Page]:
    """The pages that are answered otherwise than they would be if made anew."""
    found = [(page, read(page)) for page in pages]
    assert settings.PAGE_CACHE_SECONDS
    return [
        page
        for page, answer in found
        if (answer.status_code, answer.text) != made_anew(page)
    ]


def is_kept(site: Site, path: str, **how: Any) -> bool:
    """Whether a second reader is answered with what was kept of the first."""
    page = (site.hostname.partition(".")[0], path)
    read(page, **how)
    return is_warm(page)
