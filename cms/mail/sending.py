"""Send what is due: take a mail with a lease, send outside transactions, record.

SMTP promises at least once: a mail is repeated only when we are killed between the
server's yes and our record of it, and then under the same Message-ID.
"""

import datetime as dt
import logging
from enum import Enum

from django.apps import apps
from django.db.models import F, Q, QuerySet
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import timezone

from cms.mail.errors import describe, is_final, is_outage
from cms.mail.message import message_of
from cms.mail.rendering import rendered
from cms.mail.wording import template_name
from cms.models.outbox import OutboundEmail

logger = logging.getLogger(__name__)
Status = OutboundEmail.Status

# Longer than a message can take with EMAIL_TIMEOUT on every step of the conversation.
LEASE = dt.timedelta(minutes=10)
BACK_OFF = tuple(
    dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 360, 720, 1440)
)
MAX_ATTEMPTS = len(BACK_OFF) + 1
PLUGIN_MISSING = "PluginMissing"
ASK_AGAIN = dt.timedelta(hours=1)


class Outcome(Enum):
    """What came of one attempt."""

    SENT = "sent"
    NOT_SENT = "not sent"
    OUTAGE = "the server is away"
    NOT_OURS = "not due, or taken by another worker"


def due() -> QuerySet[OutboundEmail]:
    """Mails to send now: queued and due, or left behind by a worker that died."""
    now = timezone.now()
    return OutboundEmail.objects.filter(
        Q(status=Status.QUEUED, next_attempt_at__lte=now)
        | Q(status=Status.SENDING, lease_until__lt=now)
    )


def send_due(*, limit: int = 200) -> int:
    """Send the mails that are due, oldest first; return how many went.

    It stops at an outage: the next pass asks the server again, with one mail.
    """
    keys = due().order_by("next_attempt_at", "pk").values_list("pk", flat=True)
    sent = 0
    for key in list(keys[:limit]):
        outcome = send(key)
        sent += outcome is Outcome.SENT
        if outcome is Outcome.OUTAGE:
            break
    return sent


def send(email_id: int) -> Outcome:
    """Take one mail, if it is due, and try to send it."""
    email = _take(email_id)
    if email is None:
        return Outcome.NOT_OURS
    if email.attempts > MAX_ATTEMPTS:
        # Its workers were killed every time: it may be what kills them.
        _record(email, status=Status.FAILED, last_error="WorkerKilled")
        return Outcome.NOT_SENT
    if waits_for_plugin(email):
        return _put_off(email)
    try:
        message_of(rendered(email)).send()
    except Exception as error:  # noqa: BLE001 (mail backends raise anything)
        return _record_failure(email, error)
    _record(email, status=Status.SENT, sent_at=timezone.now(), last_error="")
    return Outcome.SENT


def send_now(email: OutboundEmail) -> OutboundEmail:
    """Try to send a mail while somebody waits to hear; the mail as it stands after.

    Outside transactions, and only where a person asked for it: the server may be slow.
    """
    send(email.pk)
    email.refresh_from_db()
    return email


def waits_for_plugin(email: OutboundEmail) -> bool:
    """Whether its words are still unwritten and the package that has them is gone."""
    if email.text or email.template.partition("/")[0] in apps.app_configs:
        return False
    try:
        get_template(template_name(email.template, "txt"))
    except TemplateDoesNotExist:
        return True
    return False


def _put_off(email: OutboundEmail) -> Outcome:
    # No attempt is spent: it goes as soon as the package is back, however late.
    _record(
        email,
        status=Status.QUEUED,
        attempts=email.attempts - 1,
        last_error=PLUGIN_MISSING,
        next_attempt_at=timezone.now() + ASK_AGAIN,
    )
    return Outcome.NOT_SENT


def _take(email_id: int) -> OutboundEmail | None:
    # One conditional UPDATE: of two workers only one changes the row.
    taken = (
        due()
        .filter(pk=email_id)
        .update(
            status=Status.SENDING,
            lease_until=timezone.now() + LEASE,
            attempts=F("attempts") + 1,
        )
    )
    return (
        OutboundEmail.objects.select_related("site").get(pk=email_id) if taken else None
    )


def _record_failure(email: OutboundEmail, error: Exception) -> Outcome:
    # No traceback: it would hold the address and the text.
    said = describe(error)
    logger.warning("Mail %s was not sent: %s", email.pk, said)
    if is_final(error) or email.attempts >= MAX_ATTEMPTS:
        _record(email, status=Status.FAILED, last_error=said)
    else:
        _record(
            email,
            status=Status.QUEUED,
            last_error=said,
            next_attempt_at=timezone.now() + BACK_OFF[email.attempts - 1],
        )
    return Outcome.OUTAGE if is_outage(error) else Outcome.NOT_SENT


def _record(email: OutboundEmail, **facts: object) -> None:
    # The attempt's number is our ticket: a worker whose lease has passed to another
    # must not overwrite what the other records.
    OutboundEmail.objects.filter(
        pk=email.pk, status=Status.SENDING, attempts=email.attempts
    ).update(lease_until=None, **facts)
