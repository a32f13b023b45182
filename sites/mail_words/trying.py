"""“Send me a test”: the words on the screen, filled with invented values, to you."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, send_now
from cms.mail_words import Shown


class _InEach:
    """A text that is another in each language, taken when a mail's context is kept."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def __str__(self) -> str:
        return self.texts[(get_language() or "en")[:2]]


def send_test(site: Site, parts: Sequence[Shown], *, to: str) -> OutboundEmail:
    """Queue the mail in both languages to whoever is writing it, and try to send it."""
    subjects = {}
    for part in parts:
        with override(part.language):
            subjects[part.language] = _("Test: %(subject)s") % {"subject": part.subject}
    bodies = {part.language: part.text for part in parts}
    context: dict[str, Any] = {
        "subject": lazystr(_InEach(subjects)),
        "body": lazystr(_InEach(bodies)),
    }
    mail = queue_mail(
        site=site, to=to, template="cms/message", language="both", context=context
    )
    return send_now(mail)
