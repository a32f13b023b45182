"""Put values into the places of a mail's words, and say what is wrong with the words.

One pass over the text: what is put in is never read again, so neither a name nor a link
can bring a place with it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cms.mail.editable import SERVICE, EditableMail, Place
from cms.mail.letterhead import Letterhead

_PLACE = re.compile(r"\{(\w+)\}", re.ASCII)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_BRACES = re.compile(r"[{}]")
_BREAKS = ("Cc", "Zl", "Zp")


@dataclass(frozen=True)
class MailText:
    """A mail's subject and text in one language, its places filled or not."""

    subject: str
    text: str


def values_for(
    mail: EditableMail, context: Mapping[str, Any], head: Letterhead
) -> dict[str, str]:
    """What is put into each place, in the language that is active."""
    said = {place.name: place.said(context) for place in mail.places}
    return said | {SERVICE.name: head.service_name}


def filled(mail: EditableMail, words: MailText, values: Mapping[str, str]) -> MailText:
    """The words with values in their places, and what always stands at the end."""
    empty = {p.name for p in mail.places if p.may_be_empty and not values[p.name]}
    paragraphs = [
        put(paragraph, values)
        for paragraph in _PARAGRAPHS.split(words.text.strip())
        if not empty & set(_PLACE.findall(paragraph))
    ]
    return MailText(
        subject=put(words.subject, values).strip(),
        text="\n\n".join([*paragraphs, *([str(mail.closing)] * bool(mail.closing))]),
    )


def put(text: str, values: Mapping[str, str]) -> str:
    """A text with values in its places; what they bring with them is read no more."""
    return _PLACE.sub(lambda place: values[place[1]], text)


def faults_of_subject(mail: EditableMail, subject: str) -> Iterator[str]:
    """What is wrong with a subject, in the language of whoever wrote it."""
    if any(unicodedata.category(letter) in _BREAKS for letter in subject):
        yield _("The subject is one line.")
    allowed = [place for place in mail.all_places if place.in_subject]
    others = {place.name for place in mail.all_places} - {p.name for p in allowed}
    for name in _named(subject):
        if name in others:
            said = _("%(place)s may not stand in the subject, which others may see.")
            yield said % {"place": f"{{{name}}}"}
    yield from _unknown(subject, mail.all_places, shown=allowed)


def faults_of_text(mail: EditableMail, text: str) -> Iterator[str]:
    """What is wrong with a text, in the language of whoever wrote it."""
    breaks = set(text) - {"\n", "\t"}
    if any(unicodedata.category(letter) in _BREAKS for letter in breaks):
        yield _("The text has a character that a mail cannot carry. Type it again.")
    yield from _unknown(text, mail.all_places, shown=mail.all_places)
    for place in mail.places:
        facts = {"place": str(place), "means": place.means}
        if place.required and place.name not in _named(text):
            yield _("%(place)s is missing: %(means)s.") % facts
        elif place.link and not _stands_free(place, text):
            said = _("Leave a space or a new line before and after %(place)s.")
            yield said % facts


def _named(text: str) -> list[str]:
    return list(dict.fromkeys(_PLACE.findall(text)))


def _unknown(text: str, known: list[Place], shown: list[Place]) -> Iterator[str]:
    names = {place.name for place in known}
    choice = ", ".join(str(place) for place in shown)
    for name in _named(text):
        if name not in names:
            said = _("There is no %(place)s here. You can use: %(choice)s.")
            yield said % {"place": f"{{{name}}}", "choice": choice}
    if _BRACES.search(_PLACE.sub("", text)):
        said = _("Curly brackets only stand around one of these: %(choice)s.")
        yield said % {"choice": choice}


def _stands_free(place: Place, text: str) -> bool:
    touched = rf"\S\{{{place.name}\}}|\{{{place.name}\}}\S"
    return not re.search(touched, text)
