"""One applicant on the network: fills in the form, and sends until they are told."""

import http.client
import re
import time
import urllib.parse
from http.cookies import SimpleCookie
from typing import Any, NamedTuple

from tests.journeys.walking import PART_ONE, PART_TWO, Applicant

HOST = "gwynedd.localhost"
TRIES = 60
_REFERENCE = re.compile(r"\b[A-Z]{2,4}-[A-Z0-9]{3}-[A-Z0-9]{4}\b")


class Answer(NamedTuple):
    """What the server said; the names are those of Django's test client."""

    status_code: int
    headers: Any
    content: bytes


class Connection:
    """Answers as Django's test client does, from a real server; keeps cookies."""

    def __init__(self, port: int, address: str) -> None:
        self.port = port
        self.address = address
        self.cookies = SimpleCookie()

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, data: dict[str, Any], **_headers: Any) -> Answer:
        return self._ask("POST", path, urllib.parse.urlencode(data, doseq=True))

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {
            "Host": f"{HOST}:{self.port}",
            "Cookie": "; ".join(f"{k}={v.value}" for k, v in self.cookies.items()),
            "X-Forwarded-For": self.address,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        return Answer(answer.status, answer.headers, content)


def address_of(number: int) -> str:
    """An address of their own: senders are counted by it."""
    return f"198.51.{100 + number // 250}.{number % 250}"


class Sender:
    """Somebody whose browser stands elsewhere. `number` tells them from the others."""

    email = ""
    last: dict[str, str]

    def fill_in(self) -> None:
        """Everything up to checking the answers."""
        raise NotImplementedError

    def press(self) -> Answer:
        """Press "send"."""
        raise NotImplementedError

    def end(self) -> Answer:
        """The page that stands at the end."""
        raise NotImplementedError

    def send_until_told(self) -> tuple[str, int]:
        """The reference on the confirmation, and how often one had to press.

        As a person would: press, and where nothing or an error comes, press again.
        """
        for tries in range(1, TRIES + 1):
            try:
                if self.press().status_code == 302:
                    told = self.end().content.decode()
                    if found := _REFERENCE.search(told):
                        return found[0], tries
            except (OSError, http.client.HTTPException):
                pass  # The process that answered us was killed: press again.
            time.sleep(0.5)
        return "", TRIES


class RealApplicant(Sender, Applicant):
    """Somebody who would like to be a visitor."""

    def __init__(self, port: int, number: int) -> None:
        self.client = Connection(port, address_of(number))
        self.email = f"applicant-{number}@post.example"

    def fill_in(self) -> None:
        """Everything up to checking the answers."""
        slug, known = next(iter(PART_ONE)), {**PART_ONE, **PART_TWO}
        while slug in known:
            own = {"email": self.email} if "email" in known[slug] else {}
            answer = self.answer(slug, **own)
            if answer.status_code != 302:
                raise SystemExit(f"{slug}: {answer.status_code}")
            # The service decides which steps come next.
            slug = answer.headers["Location"].partition("?")[0].split("/")[3]
        if slug != "check":
            raise SystemExit(f"There is no answer to “{slug}”.")
        self.last = self.hidden("check")

    def press(self) -> Answer:
        return self.post("check", {**self.last, "declaration": "yes"})

    def end(self) -> Answer:
        return self.look("sent")
