"""Render a mail in its language, or in both, Welsh first; never in a transaction."""

import re
import unicodedata
from typing import Any

from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString
from django.utils.translation import override

from cms.mail.context import give_back
from cms.mail.errors import MailRefused
from cms.mail.letterhead import BETWEEN_LANGUAGES, Letterhead, letterheads_of
from cms.mail.queue import template_name
from cms.models.outbox import OutboundEmail


def rendered(email: OutboundEmail) -> OutboundEmail:
    """The mail with its words, written the first time and kept for every repeat."""
    if email.text:
        return email
    parts = [_Part(email, head) for head in letterheads_of(email)]
    subjects = dict.fromkeys(part.subject() for part in parts)
    email.subject = _one_line(" / ".join(subjects))
    email.text = BETWEEN_LANGUAGES.join(part.text() for part in parts) + "\n"
    email.html = render_to_string(
        "cms/mail/wrapper.html",
        {
            "language": parts[0].head.language,
            "subject": email.subject,
            "parts": [(part.head.language, part.html()) for part in parts],
        },
    )
    email.save(update_fields=["subject", "text", "html"])
    return email


class _Part:
    """One language of a mail."""

    def __init__(self, email: OutboundEmail, head: Letterhead) -> None:
        self.template = email.template
        self.head = head
        self.context: dict[str, Any] = {
            **give_back(email.context, head.language),
            "letterhead": head,
        }

    def subject(self) -> str:
        return self._plain(template_name(self.template, "subject.txt")).strip()

    def text(self) -> str:
        text = self._plain("cms/mail/wrapper.txt", body=self._body()).strip()
        return re.sub(r"\n{3,}", "\n\n", text)

    def html(self) -> SafeString:
        with override(self.head.language):
            return render_to_string(
                "cms/mail/part.html", {**self.context, "body": self._html_body()}
            )

    def _html_body(self) -> SafeString:
        try:
            template = get_template(template_name(self.template, "html"))
        except TemplateDoesNotExist:
            # The text is not escaped yet: urlize does it.
            return SafeString(linebreaks(urlize(self._body(), autoescape=True)))
        return SafeString(template.render(self.context))

    def _body(self) -> str:
        return self._plain(template_name(self.template, "txt")).strip()

    def _plain(self, name: str, **more: str) -> str:
        with override(self.head.language):
            # Plain text: the engine's own template can render without escaping.
            template: Any = get_template(name)
            context = Context({**self.context, **more}, autoescape=False)
            return str(template.template.render(context))


def _one_line(subject: str) -> str:
    if any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in subject):
        raise MailRefused("A subject is one line.")
    return subject
