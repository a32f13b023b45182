"""The versions of a mail's words at a service: those of today and those before."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Site

from cms.mail import EditableMail
from cms.mail_words import MailText, supplied
from cms.models import MailWords

LANGUAGES = ("en", "cy")


@dataclass(frozen=True)
class Current:
    """What a mail says at a service today: `own` are its rows, by language."""

    mail: EditableMail
    own: dict[str, MailWords] = field(default_factory=dict)

    @property
    def is_supplied(self) -> bool:
        """Whether it speaks as supplied in both languages."""
        return not self.own

    @property
    def words(self) -> dict[str, MailText]:
        """The words in each language, supplied where the service has none."""
        return {code: self.of(code) for code in LANGUAGES}

    def of(self, language: str) -> MailText:
        """The words in one language."""
        row = self.own.get(language)
        return text_of(row) if row else supplied(self.mail, language)

    @property
    def last(self) -> MailWords | None:
        """The newest row."""
        rows = self.own.values()
        return max(rows, key=lambda row: (row.saved_at, row.pk), default=None)

    @property
    def missing(self) -> str:
        """The language that has no words of its own while the other has; else ""."""
        if len(self.own) != 1:
            return ""
        return "cy" if "en" in self.own else "en"

    @property
    def stale(self) -> str:
        """The language that was not saved with the other's newest words; else ""."""
        if len(self.own) != 2:
            return ""
        english, welsh = self.own["en"].saved_at, self.own["cy"].saved_at
        return "" if english == welsh else "en" if english < welsh else "cy"

    @property
    def behind(self) -> str:
        """The language in which there is something to do; else ""."""
        return self.missing or self.stale


@dataclass(frozen=True)
class Version:
    """What was saved at one time, in one language or both."""

    saved_at: dt.datetime
    saved_by: Any
    rows: list[MailWords]

    @property
    def pk(self) -> int:
        """By what it is asked for."""
        return int(self.rows[0].pk)

    @property
    def is_supplied(self) -> bool:
        """Whether the service went back to the words supplied."""
        return all(row.is_supplied for row in self.rows)


def text_of(row: MailWords) -> MailText:
    """The words of a row."""
    return MailText(subject=row.subject, text=row.text)


def all_current(site: Site, mails: Iterable[EditableMail]) -> list[Current]:
    """What each of the mails says at the service, in one query."""
    found: dict[str, dict[str, MailWords]] = {}
    rows = MailWords.objects.filter(site=site, is_current=True).exclude(text="")
    for row in rows.select_related("saved_by"):
        found.setdefault(row.mail, {})[row.language] = row
    return [Current(mail, found.get(mail.key, {})) for mail in mails]


def current(site: Site, mail: EditableMail) -> Current:
    """What one mail says at the service."""
    return all_current(site, [mail])[0]


def versions(site: Site, mail: EditableMail, *, limit: int = 50) -> list[Version]:
    """What was ever saved, newest first."""
    rows = MailWords.objects.filter(site=site, mail=mail.key)
    made: dict[dt.datetime, list[MailWords]] = {}
    for row in rows.select_related("saved_by")[: 2 * limit]:
        made.setdefault(row.saved_at, []).append(row)
    return [
        Version(at, rows[0].saved_by, sorted(rows, key=lambda row: row.language))
        for at, rows in list(made.items())[:limit]
    ]


def words_at(site: Site, mail: EditableMail, pk: int) -> dict[str, MailText] | None:
    """What the mail said when the row `pk` was saved; None where it is no row of it."""
    rows = MailWords.objects.filter(site=site, mail=mail.key)
    chosen = rows.filter(pk=pk).first()
    if chosen is None:
        return None
    then = {}
    for code in LANGUAGES:
        row = rows.filter(language=code, saved_at__lte=chosen.saved_at).first()
        then[code] = text_of(row) if row and row.text else supplied(mail, code)
    return then
