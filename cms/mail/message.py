"""Make the message that goes to the server from a rendered mail."""

from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives

from cms.mail.calendar import calendar_part
from cms.mail.letterhead import letterheads_of, sender_address
from cms.models.outbox import OutboundEmail


def message_of(email: OutboundEmail) -> EmailMultiAlternatives:
    """The message, with the service's name as sender and its address for replies."""
    heads = letterheads_of(email)
    names = (" ".join(head.service_name.split()) for head in heads)  # On one line.
    name = " / ".join(dict.fromkeys(names))
    # Where a mail can be stopped, mail programs offer it: the address asks first.
    stop = email.context.get(heads[0].language, {}).get("keeping_url", "")
    unsubscribe = {"List-Unsubscribe": f"<{stop}>"} if stop else {}
    message = EmailMultiAlternatives(
        subject=email.subject,
        body=email.text,
        from_email=formataddr((name, sender_address())),
        to=[email.to],
        reply_to=[heads[0].email] if heads[0].email else None,
        headers={
            "Message-ID": email.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": ", ".join(head.language for head in heads),
            **unsubscribe,
        },
    )
    message.attach_alternative(email.html, "text/html")
    if part := calendar_part(email):
        message.attach(part)
    return message
