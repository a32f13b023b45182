"""The demo's mail server and mailbox: every mail is a file that one can read."""

import email
import email.policy
import smtplib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage as ParsedMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from cms.mail import BETWEEN_LANGUAGES

REFUSED_DOMAIN = "@refused.example"


class EmlBackend(BaseEmailBackend):
    """Writes each mail to a file of its own; refuses one domain as a server would."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages; smtplib.SMTPRecipientsRefused for the refused domain."""
        for message in email_messages:
            if any(to.endswith(REFUSED_DOMAIN) for to in message.to):
                refused = dict.fromkeys(message.to, (550, b"no such mailbox"))
                raise smtplib.SMTPRecipientsRefused(refused)
            _write(message)
        return len(email_messages)


def _write(message: EmailMessage) -> None:
    folder = Path(settings.EMAIL_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
    path = folder / f"{stamp}-{uuid.uuid4().hex[:8]}.eml"
    path.write_bytes(message.message().as_bytes())


@dataclass(frozen=True)
class Attached:
    """A file that came with a mail."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """One mail as it was sent."""

    name: str
    to: str
    sender: str
    subject: str
    sent_at: datetime
    text: str
    html: str
    languages: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()

    @property
    def subject_parts(self) -> list[tuple[str, str]]:
        """The subject, each part with its language."""
        return self._parts(self.subject, " / ")

    @property
    def text_parts(self) -> list[tuple[str, str]]:
        """The plain text, each part with its language."""
        return self._parts(self.text, BETWEEN_LANGUAGES)

    def _parts(self, text: str, mark: str) -> list[tuple[str, str]]:
        parts = text.split(mark)
        if len(parts) == len(self.languages):
            return list(zip(self.languages, parts, strict=True))
        return [(self.languages[0] if self.languages else "", text)]


def all_mail() -> list[Mail]:
    """Every mail, newest first."""
    paths = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.eml"), reverse=True)
    return [_read(path) for path in paths]


def find_mail(name: str) -> Mail | None:
    """The mail of this name; None where there is none."""
    path = Path(settings.EMAIL_FILE_PATH) / f"{name}.eml"
    inside = path.parent == Path(settings.EMAIL_FILE_PATH)
    return _read(path) if inside and path.is_file() else None


def _read(path: Path) -> Mail:
    parsed: Any = email.message_from_bytes(
        path.read_bytes(), policy=email.policy.default
    )
    return Mail(
        name=path.stem,
        to=str(parsed["To"]),
        sender=str(parsed["From"]),
        subject=str(parsed["Subject"]),
        sent_at=parsedate_to_datetime(parsed["Date"]),
        text=_body(parsed, "plain"),
        html=_body(parsed, "html"),
        languages=tuple(str(parsed["Content-Language"] or "").split(", ")),
        attached=tuple(_attached(part) for part in parsed.iter_attachments()),
    )


def _attached(part: ParsedMessage) -> Attached:
    return Attached(
        name=part.get_filename() or "",
        kind=part.get_content_type(),
        content=bytes(part.get_payload(decode=True) or b""),
    )


def _body(parsed: ParsedMessage, kind: str) -> str:
    part = parsed.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""
