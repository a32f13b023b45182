"""Raw requests over a live server: no host name breaks it or leads it astray."""

import socket
from typing import Any

import pytest

from tests.hosts.factories import WELSH, with_language_hosts

pytestmark = pytest.mark.slow
EVIL = "evil.example"


def ask(server: Any, *lines: str) -> str:
    """What the server answers to these lines, sent as they are."""
    address = (server.thread.host, server.thread.port)
    with socket.create_connection(address, timeout=20) as connection:
        sent = "\r\n".join([*lines, "Connection: close", "", ""])
        connection.sendall(sent.encode("latin-1"))
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts).decode("utf-8", "replace")


def status_of(answer: str) -> int:
    return int(answer.split(" ", 2)[1])


@pytest.mark.django_db(transaction=True)
def test_no_host_that_somebody_writes_is_repeated_or_breaks_the_server(
    live_server: Any,
) -> None:
    with_language_hosts()
    hosts = [
        "",
        EVIL,
        f"{EVIL}:80",
        f"{WELSH}@{EVIL}",
        "a b",
        "[::1",
        f"{EVIL}#{WELSH}",
    ]
    for path in ("/", "/cy/", "/admin/", "//evil.example/", f"http://{EVIL}/cy/"):
        for host in hosts:
            answer = ask(live_server, f"GET {path} HTTP/1.1", f"Host: {host}")

            assert status_of(answer) in (400, 404), (path, host)
            assert EVIL not in answer.lower(), (path, host)


@pytest.mark.django_db(transaction=True)
def test_what_a_proxy_might_pass_on_leads_nowhere(live_server: Any) -> None:
    with_language_hosts()
    welsh = f"Host: {WELSH}"
    for header in ("X-Forwarded-Host", "Forwarded", "X-Original-Host"):
        answer = ask(live_server, "GET / HTTP/1.1", welsh, f"{header}: {EVIL}")

        assert status_of(answer) == 302
        assert EVIL not in answer
    alias = ask(live_server, "GET //evil.example/x HTTP/1.1", "Host: hen.localhost")
    assert "Location: http://ymwelydd.localhost/cy/" in alias
