"""A website of somebody else: a real server on this machine, saying what it is told."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Says = Callable[[BaseHTTPRequestHandler], None]


class Website:
    """What it answers by path, and what it was asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Says] = {}
        self.asked: list[dict[str, str]] = []

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, says: Says) -> str:
        """Answer so from now on; the address."""
        self.answers[path] = says
        return self.at(path)


@contextmanager
def website() -> Iterator[Website]:
    """One that stands while it is needed."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append({key.lower(): told for key, told in self.headers.items()})
            says = site.answers.get(self.path)
            try:
                says(self) if says else self.send_error(404)
            except OSError:
                self.close_connection = True  # Whoever asked has hung up.

        do_HEAD = do_GET

        def log_message(self, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Website(server.server_port)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def feed(*items: str, etag: str = "") -> Says:
    """An RSS feed of these items; unchanged for whoever has it already."""
    body = (
        f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'
    )

    def says(request: BaseHTTPRequestHandler) -> None:
        if etag and request.headers.get("If-None-Match") == etag:
            send(request, b"", status=304)
        else:
            headers = {"Content-Type": "application/rss+xml"}
            send(request, body.encode(), headers | ({"ETag": etag} if etag else {}))

    return says


def item(number: int, title: str, text: str = "Come along.", **more: str) -> str:
    """One item: its number is its id, and the day of its date."""
    day = f"{number:02}"
    link = more.get("link", f"https://www.powys.example/{number}")
    return (
        f'<item><guid isPermaLink="false">item-{number}</guid><title>{title}</title>'
        f"<link>{link}</link><description>{text}</description>"
        f"<pubDate>{day} Nov 2026 10:00:00 GMT</pubDate></item>"
    )


def send(
    request: BaseHTTPRequestHandler,
    body: bytes,
    headers: dict[str, str] | None = None,
    status: int = 200,
) -> None:
    """A whole answer."""
    request.send_response(status)
    for name, told in (headers or {}).items():
        request.send_header(name, told)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def plain(body: str, status: int = 200) -> Says:
    """These words, whatever is asked."""
    return lambda request: send(request, body.encode(), status=status)


def leads_to(url: str) -> Says:
    """Another address."""
    return lambda request: send(request, b"", {"Location": url}, status=302)


def huge(request: BaseHTTPRequestHandler) -> None:
    """Sixty-four megabytes, told beforehand."""
    request.send_response(200)
    request.send_header("Content-Length", str(1 << 26))
    request.end_headers()
    for _each in range(64):
        request.wfile.write(b" " * (1 << 20))


def packed(request: BaseHTTPRequestHandler) -> None:
    """A few kilobytes that unpack to eight megabytes."""
    body = gzip.compress(b" " * (8 << 20))
    send(request, body, {"Content-Encoding": "gzip"})


def trickling(request: BaseHTTPRequestHandler) -> None:
    """A header without an end, a letter at a time."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _each in range(200):
        request.wfile.write(b"x")
        time.sleep(0.05)


def entities() -> str:
    """A small text that means a very long one."""
    names = "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{names}]>'
        '<rss version="2.0"><channel><item><title>&e11;</title>'
        "<link>https://a.example/</link></item></channel></rss>"
    )
