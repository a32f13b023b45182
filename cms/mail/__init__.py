"""The outbox: queue a mail in the change's own transaction; the worker sends it."""

from cms.mail.calendar import CALENDAR, LONDON, Meeting, calendar_of
from cms.mail.editable import EditableMail, Place
from cms.mail.errors import MailRefused
from cms.mail.letterhead import (
    BETWEEN_LANGUAGES,
    Letterhead,
    register_letterhead,
    sender_address,
)
from cms.mail.queue import queue_mail, retry, send_elsewhere
from cms.mail.sending import send_now
from cms.mail.urls import site_url
from cms.models.outbox import OutboundEmail

__all__ = [
    "BETWEEN_LANGUAGES",
    "CALENDAR",
    "LONDON",
    "EditableMail",
    "Letterhead",
    "MailRefused",
    "Meeting",
    "OutboundEmail",
    "Place",
    "calendar_of",
    "queue_mail",
    "register_letterhead",
    "retry",
    "send_elsewhere",
    "send_now",
    "sender_address",
    "site_url",
]
