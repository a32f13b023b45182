"""The outbox: queue a mail in the change's own transaction; the worker sends it."""

from cms.mail.errors import MailRefused
from cms.mail.queue import queue_mail, retry
from cms.mail.urls import site_url
from cms.models.outbox import OutboundEmail

__all__ = ["MailRefused", "OutboundEmail", "queue_mail", "retry", "site_url"]
