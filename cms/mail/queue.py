"""Put mails in the outbox, and back into it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import get_template
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import context as contexts
from cms.mail.calendar import CALENDAR, sent_to
from cms.mail.errors import MailRefused
from cms.mail.letterhead import sender_address
from cms.mail.tasks import hurry
from cms.mail.wording import template_name
from cms.models.outbox import OutboundEmail

Status = OutboundEmail.Status


@sensitive_variables("to", "context")
def queue_mail(
    *,
    site: Site,
    to: str,
    template: str,
    language: str,
    context: Mapping[str, Any],
    case_reference: str = "",
) -> OutboundEmail:
    """Write a mail to the outbox, in the caller's transaction; the worker sends it.

    `template` is "label/name": `label/mail/name.subject.txt`, `.txt` and, if it needs
    one of its own, `.html`. `language` is "cy", "en" or "both". The context takes
    plain values: text, numbers, dates, lists, mappings; absolute links by `site_url`.
    """
    _refuse_unless_address(to)
    for suffix in ("subject.txt", "txt"):
        get_template(template_name(template, suffix))
    email = OutboundEmail(
        site=site,
        to=to,
        template=template,
        language=OutboundEmail.Language(language),
        case_reference=case_reference,
        next_attempt_at=timezone.now(),
        message_id=_new_message_id(),
    )
    email.context = contexts.keep(context, email.languages)
    email.save()
    _hurry_after_commit(email)
    return email


def retry(email: OutboundEmail) -> OutboundEmail:
    """Put a mail that could not be sent back into the outbox, with fresh attempts.

    Asked of a mail that is not `failed`, it changes nothing.
    """
    put_back = OutboundEmail.objects.filter(pk=email.pk, status=Status.FAILED).update(
        status=Status.QUEUED, attempts=0, next_attempt_at=timezone.now(), last_error=""
    )
    if put_back:
        _hurry_after_commit(email)
    email.refresh_from_db()
    return email


@sensitive_variables("to")
@transaction.atomic
def send_elsewhere(email: OutboundEmail, *, to: str) -> OutboundEmail:
    """Put a mail that could not be sent back into the outbox, to another address.

    It says what it said; a calendar file names the new address, else the calendar there
    would not take it. Asked of a mail that is not `failed`, it changes nothing.
    """
    _refuse_unless_address(to)
    rows = OutboundEmail.objects.select_for_update().filter(pk=email.pk)
    if failed := rows.filter(status=Status.FAILED).first():
        failed.to = to
        failed.context = {
            language: _readdressed(said, to)
            for language, said in failed.context.items()
        }
        failed.save(update_fields=["to", "to_index", "context"])
    return retry(email)


@sensitive_variables()
def _readdressed(said: Mapping[str, Any], to: str) -> dict[str, Any]:
    if not said.get(CALENDAR):
        return dict(said)
    return {**said, CALENDAR: sent_to(said[CALENDAR], to)}


@sensitive_variables()
def _refuse_unless_address(to: str) -> None:
    try:
        validate_email(to)
    except ValidationError:
        raise MailRefused("The recipient is not one e-mail address.") from None


def _hurry_after_commit(email: OutboundEmail) -> None:
    # Robust: the row is safe and the minute's job sends it, whatever the queue says.
    transaction.on_commit(lambda: hurry(email.pk), robust=True)


def _new_message_id() -> str:
    domain = sender_address().rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid4().hex}@{domain}>"
