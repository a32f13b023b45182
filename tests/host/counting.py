"""Every admin page that a browser can open without knowing an id, and what it asks."""

from collections.abc import Iterable, Iterator

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

# They end the session, or answer to another method than GET.
OK = 200
LEFT_OUT = ("/admin/logout/", "/admin/login/", "/admin/failwhale/")


def admin_paths() -> list[str]:
    """The address of every admin pattern that takes no parameter, from the resolver."""
    found = {f"/{path}" for path in _paths(get_resolver().url_patterns, "")}
    return sorted(
        path
        for path in found
        if path.startswith("/admin/") and not path.startswith(LEFT_OUT)
    )


def _paths(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        if pattern.pattern.regex.groups:
            continue
        here = before + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if isinstance(pattern, URLResolver):
            yield from _paths(pattern.url_patterns, here)
        elif here.isprintable() and not any(sign in here for sign in "\\(|[*+?"):
            yield here


def asked(client: Client, paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Status and number of queries of each path, asked once before.

    What answers with anything else than a page or its absence tells nothing. The clock
    stands still: what is written once a minute is written when asked before.
    """
    counts = {}
    for path in paths:
        with time_machine.travel(timezone.now(), tick=False):
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(path)
        counts[path] = (answer.status_code, len(queries))
    return counts


def grown(
    few: dict[str, tuple[int, int]], many: dict[str, tuple[int, int]]
) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """The paths that answer otherwise, or whose page asks another number of queries.

    A refusal leaves a message for the next page: what it asks depends on those before.
    """
    return {
        path: (few[path], many[path])
        for path in few
        if few[path][0] != many[path][0]
        or (few[path][0] == OK and few[path] != many[path])
    }
