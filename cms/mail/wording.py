"""Which words a mail has: those it came with, or those its service wrote instead."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.utils.translation import override
from wagtail.models import Site

from cms.mail.declared import editable_of
from cms.mail.editable import EditableMail
from cms.mail.places import (
    MailText,
    faults_of_subject,
    faults_of_text,
)
from cms.models.mail_words import MailWords

logger = logging.getLogger(__name__)


def plain(name: str, context: Mapping[str, Any], language: str) -> str:
    """A template as plain text, nothing escaped, in `language`."""
    with override(language):
        # The engine's own template can render without escaping.
        template: Any = get_template(name)
        return str(template.template.render(Context(dict(context), autoescape=False)))


def template_name(template: str, suffix: str) -> str:
    """The file of "label/name": label/mail/name.suffix."""
    label, slash, name = template.partition("/")
    if not slash or not label or not name:
        raise ValueError("A mail template is named “label/name”.")
    return f"{label}/mail/{name}.{suffix}"


def one_gap(text: str) -> str:
    """The text with one empty line at most between its paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", text.strip())


def supplied(mail: EditableMail, language: str) -> MailText:
    """The words that a mail came with, its places as names.

    They are its template, into which each name is put where its value would stand. What
    a place writes in its own form is written first and its name put there afterwards.
    """
    if mail.words:
        with override(language):
            subject, text = (str(part) for part in mail.words)
        return MailText(subject=subject, text=text)
    context = mail.examples()
    with override(language):
        formed = {
            place.said(context): str(place)
            for place in mail.places
            if place.form is not str
        }
        closing = str(mail.closing)
    context |= {p.key or p.name: str(p) for p in mail.places if p.form is str}
    subject, text = (
        _named(plain(template_name(mail.template, part), context, language), formed)
        for part in ("subject.txt", "txt")
    )
    text = one_gap(text)
    if closing:
        text = text.removesuffix(closing).rstrip()
    return MailText(subject=subject.strip(), text=text)


def _named(text: str, formed: Mapping[str, str]) -> str:
    # The longest first: a date with its weekday has the bare date in it.
    for value in sorted(formed, key=len, reverse=True):
        text = text.replace(value, formed[value])
    return text


def faults(mail: EditableMail, words: MailText) -> Iterator[str]:
    """What is wrong with a mail's words."""
    yield from faults_of_subject(mail, words.subject)
    yield from faults_of_text(mail, words.text)


def own_words(
    site: Site, template: str, context: Mapping[str, Any]
) -> tuple[EditableMail | None, dict[str, MailText]]:
    """The editable mail of a template, and what the service says in it, by language.

    Words that no longer fit the mail's places are passed over: a plugin's newer version
    may have taken a place away, and nobody is to read its bare name.
    """
    mail = editable_of(template, context)
    if mail is None:
        return None, {}
    current = MailWords.objects.filter(site=site, mail=mail.key, is_current=True)
    found = {}
    for row in current.exclude(text=""):
        words = MailText(subject=row.subject, text=row.text)
        if any(faults(mail, words)):
            logger.warning("The words %s of a mail no longer fit its places.", row.pk)
        else:
            found[row.language] = words
    return mail, found
