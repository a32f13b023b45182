"""Ask for an address: never longer, never more, nowhere else than is allowed."""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar
from urllib.parse import urljoin

from cms.outside.addresses import Place, place_of
from cms.outside.failures import AskFailed, Failure
from cms.outside.limits import Limits

ONWARD = {301, 302, 303, 307, 308}
NOT_CHANGED = 304
OK = 200
GONE = {404, 410}
HEAD, GET = "HEAD", "GET"
Told = TypeVar("Told")
Take = Callable[[http.client.HTTPResponse, str], Told]
CHUNK = 65_536


@dataclass(frozen=True, kw_only=True)
class Question:
    """The address, what is known of its last answer, and who asks for what.

    `purpose` is told to the other website: “news of local authorities”.
    """

    url: str
    purpose: str
    accept: str = "*/*"
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What stands there; `is_unchanged` where it is what we have already."""

    url: str
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


def ask(question: Question, limit: Limits) -> Answer:
    """Ask, within the time there is for all of it; AskFailed where that fails.

    Each step of a connection has a limit of its own, but not all of them together: a
    name server, or a website that sends a letter a second, could go on for ever.
    """
    call = _Call(limit)
    return _in_time(call, partial(call.answer, question))


def status_at(question: Question, limit: Limits) -> int:
    """What is answered where the address leads: 200, 404; AskFailed for no answer.

    Nothing but the head of the answer is read. Websites that say no to being asked for
    that alone are asked again as a reader would.
    """
    call = _Call(limit)
    return _in_time(call, partial(call.status, question))


def _in_time(call: "_Call", act: Callable[[], Told]) -> Told:
    outcomes: SimpleQueue[Told | Exception] = SimpleQueue()

    def run() -> None:
        try:
            outcomes.put(act())
        except Exception as error:  # noqa: BLE001  (told to whoever waits)
            outcomes.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        outcome = outcomes.get(timeout=call.limit.seconds)
    except Empty:
        raise AskFailed(Failure.SLOW) from None
    finally:
        call.hang_up()
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


class _Line(http.client.HTTPConnection):
    """A connection to the address that was looked at, whatever its name says now."""

    def __init__(self, place: Place, seconds: float) -> None:
        super().__init__(place.host, place.port, timeout=seconds)
        self.place = place
        self.default_port = 443 if place.is_secret else 80

    def connect(self) -> None:
        self.sock = self._connected()
        if self.place.is_secret:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def _connected(self) -> socket.socket:
        for address in self.place.addresses[:-1]:
            try:
                return socket.create_connection((address, self.port), self.timeout)
            except OSError:
                continue
        last = self.place.addresses[-1]
        return socket.create_connection((last, self.port), self.timeout)


class _Call:
    """One visit, with all its redirects, which may be ended from outside."""

    def __init__(self, limit: Limits) -> None:
        self.limit = limit
        self.is_over = False
        self.line: _Line | None = None

    def hang_up(self) -> None:
        """End it, wherever it is."""
        self.is_over = True
        if self.line and (sock := self.line.sock):
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # It was closed already.

    def answer(self, question: Question) -> Answer:
        """Follow the address to where something stands, and read it."""
        return self._follow(question, GET, self._read)

    def status(self, question: Question) -> int:
        """Follow the address to where something stands; its status."""
        said = self._follow(question, HEAD, _status)
        return said if said < 400 else self._follow(question, GET, _status)

    def _follow(self, question: Question, method: str, take: Take[Told]) -> Told:
        url = question.url
        for _hop in range(self.limit.redirects + 1):
            place = place_of(url, self.limit)
            if self.is_over:
                break
            line = self.line = _Line(place, self.limit.seconds)
            try:
                response = _sent(line, question, method)
                if response.status not in ONWARD:
                    return take(response, url)
                url = urljoin(url, response.headers.get("Location", ""))
            except ssl.SSLError:
                raise AskFailed(Failure.UNSAFE) from None
            except TimeoutError:
                raise AskFailed(Failure.SLOW) from None
            except (OSError, http.client.HTTPException, zlib.error, ValueError):
                raise AskFailed(Failure.NO_ANSWER) from None
            finally:
                line.close()
        raise AskFailed(Failure.ASTRAY)

    def _read(self, response: http.client.HTTPResponse, url: str) -> Answer:
        if response.status == NOT_CHANGED:
            return Answer(url=url, is_unchanged=True)
        if response.status != OK:
            raise AskFailed(_of_status(response.status))
        headers = response.headers
        return Answer(
            url=url,
            body=self._unpacked(response),
            content_type=headers.get("Content-Type", "")[:200],
            etag=_repeatable(headers.get("ETag", ""), 200),
            last_modified=_repeatable(headers.get("Last-Modified", ""), 60),
        )

    def _unpacked(self, response: http.client.HTTPResponse) -> bytes:
        is_packed = response.headers.get("Content-Encoding", "").lower() == "gzip"
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16) if is_packed else None
        read, most = bytearray(), self.limit.most_bytes
        while not self.is_over and (chunk := response.read1(CHUNK)):
            room = most + 1 - len(read)
            read += unpacking.decompress(chunk, room) if unpacking else chunk
            if len(read) > most:
                raise AskFailed(Failure.LARGE)
        return bytes(read)


def _sent(line: _Line, question: Question, method: str) -> http.client.HTTPResponse:
    headers = {
        "Accept": question.accept,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "User-Agent": f"iv-services-cms ({question.purpose})",
    }
    known = {
        "If-None-Match": question.etag,
        "If-Modified-Since": question.last_modified,
    }
    headers |= {name: told for name, told in known.items() if told}
    line.request(method, line.place.target, headers=headers)
    return line.getresponse()


def _status(response: http.client.HTTPResponse, _url: str) -> int:
    return response.status


def _repeatable(told: str, most: int) -> str:
    """What may be kept and sent back; nothing where it is odd."""
    return told if len(told) <= most and told.isascii() and told.isprintable() else ""


def _of_status(status: int) -> Failure:
    if status in GONE:
        return Failure.GONE
    return Failure.TROUBLED if status >= 500 else Failure.REFUSED
