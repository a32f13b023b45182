"""The outbox: queue a mail in the change's own transaction; the worker sends it."""

from cms.mail.errors import MailRefused
from cms.mail.letterhead import BETWEEN_LANGUAGES, Letterhead, register_letterhead
from cms.mail.queue import queue_mail, retry, send_elsewhere
from cms.mail.sending import send_now
from cms.mail.urls import site_url
from cms.models.outbox import OutboundEmail

__all__ = [
    "BETWEEN_LANGUAGES",
    "Letterhead",
    "MailRefused",
    "OutboundEmail",
    "queue_mail",
    "register_letterhead",
    "retry",
    "send_elsewhere",
    "send_now",
    "site_url",
]
