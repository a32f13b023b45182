"""A real SMTP server of our own, and templates of mails that only tests send."""

import asyncio
import datetime as dt
import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from wagtail.models import Site

from cms.mail import EditableMail, queue_mail
from cms.models import OutboundEmail
from tests.mail.greeting import HELLO

TEMPLATES = Path(__file__).parent / "templates"


class Mailbox:
    """What the server has accepted, and how it behaves."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.answers: dict[str, str] = {}
        self.at_data: dict[str, str] = {}
        self.hanging = False
        self.reached = False

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.reached = True
        while self.hanging:
            await asyncio.sleep(0.02)
        for address in envelope.rcpt_tos:
            if address in self.at_data:
                return self.at_data[address]
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append(message)
        self.recipients += envelope.rcpt_tos
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def smtp_port(settings: Any) -> int:
    """A port where nobody listens until the mail server is started."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 5
    settings.DEFAULT_FROM_EMAIL = "post@iv.example"
    return settings.EMAIL_PORT


@pytest.fixture
def start_server(smtp_port: int) -> Iterator[Callable[[], Mailbox]]:
    started = []

    def start() -> Mailbox:
        mailbox = Mailbox()
        server = Controller(mailbox, hostname="127.0.0.1", port=smtp_port)
        server.start()
        started.append((server, mailbox))
        return mailbox

    yield start
    for server, mailbox in started:
        mailbox.hanging = False
        server.stop()


@pytest.fixture
def mailbox(start_server: Callable[[], Mailbox]) -> Mailbox:
    return start_server()


@pytest.fixture(autouse=True)
def _templates_of_tests(settings: Any) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [TEMPLATES]}]


@pytest.fixture
def queue() -> Callable[..., OutboundEmail]:
    """Queue a mail to Siân, differing in what is given."""

    def make(site: Site, **changes: Any) -> OutboundEmail:
        facts: dict[str, Any] = {
            "to": "sian@cartref.example",
            "template": "tests/hello",
            "language": "cy",
            "context": {
                "name": "Siân Ŵyn",
                "day": dt.date(2027, 5, 3),
                "link": f"{site.root_url}/cy/",
            },
            "case_reference": "GWY-1234",
        }
        return queue_mail(site=site, **{**facts, **changes})

    return make


@pytest.fixture
def hello(monkeypatch: pytest.MonkeyPatch) -> EditableMail:
    """Tests' own mail, declared as editable."""
    declared = {HELLO.key: HELLO}
    monkeypatch.setattr("cms.mail.declared.all_editable", lambda: declared)
    return HELLO
