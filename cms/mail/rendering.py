"""Render a mail in its language, or in both, Welsh first; never in a transaction.

Its words are those of its template, or what its service wrote in their place; what
stands around them is the product's.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from wagtail.models import Site

from cms.mail import context as contexts
from cms.mail.context import give_back
from cms.mail.editable import EditableMail
from cms.mail.errors import MailRefused
from cms.mail.letterhead import (
    BETWEEN_LANGUAGES,
    Letterhead,
    letterhead_of,
    letterheads_of,
)
from cms.mail.places import MailText, filled, values_for
from cms.mail.wording import one_gap, own_words, plain, supplied, template_name
from cms.models.outbox import OutboundEmail


def rendered(email: OutboundEmail) -> OutboundEmail:
    """The mail with its words, written the first time and kept for every repeat."""
    if email.text:
        return email
    heads = letterheads_of(email)
    first = give_back(email.context, heads[0].language)
    mail, own = own_words(email.site, email.template, first)
    parts = [
        _Part(email, head, mail=mail, own=own.get(head.language)) for head in heads
    ]
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


@dataclass(frozen=True)
class Shown:
    """One language of a mail as its reader sees it: `text`, and as HTML its `body`."""

    language: str
    subject: str
    body: SafeString
    text: str
    head: Letterhead

    @property
    def worry_heading(self) -> str:
        """What stands above whom to ring, in the language of the mail."""
        with override(self.language):
            return gettext("Worried about a child?")


def shown(site: Site, mail: EditableMail, words: Mapping[str, MailText]) -> list[Shown]:
    """The mail with invented values, Welsh first; as supplied where `words` has none.

    Nothing is stored or sent.
    """
    email = OutboundEmail(site=site, template=mail.template, language="both")
    email.context = contexts.keep(mail.examples(), email.languages)
    bare = {code: supplied(mail, code) for code in email.languages if mail.words}
    return [
        _Part(email, head, mail=mail, own=words.get(code) or bare.get(code)).shown()
        for code in email.languages
        for head in [letterhead_of(site, code)]
    ]


class _Part:
    """One language of a mail."""

    def __init__(
        self,
        email: OutboundEmail,
        head: Letterhead,
        *,
        mail: EditableMail | None,
        own: MailText | None,
    ) -> None:
        self.template = email.template
        self.head = head
        self.context: dict[str, Any] = {
            **give_back(email.context, head.language),
            "letterhead": head,
        }
        self.own = self._filled(mail, own) if mail and own else None

    def _filled(self, mail: EditableMail, own: MailText) -> MailText:
        with override(self.head.language):
            return filled(mail, own, values_for(mail, self.context, self.head))

    def subject(self) -> str:
        if self.own:
            return self.own.subject
        return self._plain(template_name(self.template, "subject.txt")).strip()

    def text(self) -> str:
        return one_gap(self._plain("cms/mail/wrapper.txt", body=self._body()))

    def html(self) -> SafeString:
        with override(self.head.language):
            return render_to_string(
                "cms/mail/part.html", {**self.context, "body": self._html_body()}
            )

    def shown(self) -> Shown:
        with override(self.head.language):
            body = self._html_body()
        return Shown(self.head.language, self.subject(), body, self._body(), self.head)

    def _html_body(self) -> SafeString:
        try:
            template = get_template(template_name(self.template, "html"))
        except TemplateDoesNotExist:
            template = None
        if self.own or template is None:
            # The text is not escaped yet: urlize does it.
            return SafeString(linebreaks(urlize(self._body(), autoescape=True)))
        return SafeString(template.render(self.context))

    def _body(self) -> str:
        if self.own:
            return self.own.text
        return self._plain(template_name(self.template, "txt")).strip()

    def _plain(self, name: str, **more: str) -> str:
        return plain(name, {**self.context, **more}, self.head.language)


def _one_line(subject: str) -> str:
    if any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in subject):
        raise MailRefused("A subject is one line.")
    return subject
