"""Save a service's words of a mail: a new version, the one before kept. Only here."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.mail import EditableMail
from cms.mail_words import MailText, supplied
from cms.models import MailWords
from sites.mail_words.versions import Current, current


class ChangedMeanwhile(Exception):
    """Somebody else saved other words after the screen was opened."""

    def __init__(self, now: Current) -> None:
        super().__init__()
        self.now = now


def mark_of(now: Current) -> str:
    """What the screen shows was made from these rows: it comes back with the form."""
    return "-".join(str(row.pk) for _code, row in sorted(now.own.items()))


@transaction.atomic
def save_words(
    *,
    site: Site,
    mail: EditableMail,
    words: Mapping[str, MailText],
    by: Any,
    both: bool = False,
    seen: str | None = None,
) -> list[str]:
    """Keep what differs from what stands, and return its languages.

    `both` keeps both languages as one version although one alone has changed: they say
    the same. Words that are those supplied, in both languages, bring these back.
    """
    now = _locked(site, mail, seen)
    changed = changed_in(words, now)
    if all(text == supplied(mail, code) for code, text in words.items()):
        return _keep(site, mail, dict.fromkeys(now.own), by)
    if both or changed == [now.behind]:
        return _keep(site, mail, words, by) if changed or now.behind else []
    return _keep(site, mail, {code: _own(mail, code, words) for code in changed}, by)


def changed_in(words: Mapping[str, MailText], now: Current) -> list[str]:
    """The languages whose words are not those that stand."""
    return [code for code, text in words.items() if text != now.of(code)]


def _own(
    mail: EditableMail, language: str, words: Mapping[str, MailText]
) -> MailText | None:
    text = words[language]
    return None if text == supplied(mail, language) else text


@transaction.atomic
def restore_supplied(*, site: Site, mail: EditableMail, by: Any) -> list[str]:
    """Let the mail speak as supplied again, in both languages; what was stays kept."""
    return _keep(site, mail, dict.fromkeys(_locked(site, mail).own), by)


def _locked(site: Site, mail: EditableMail, seen: str | None = None) -> Current:
    # One at a time at a service: before the first version there is no row to lock.
    Site.objects.select_for_update().get(pk=site.pk)
    now = current(site, mail)
    if seen is not None and seen != mark_of(now):
        raise ChangedMeanwhile(now)
    return now


def _keep(
    site: Site, mail: EditableMail, words: Mapping[str, MailText | None], by: Any
) -> list[str]:
    rows = MailWords.objects.filter(site=site, mail=mail.key, language__in=list(words))
    rows.filter(is_current=True).update(is_current=False)
    at = timezone.now()
    MailWords.objects.bulk_create(
        MailWords(
            site=site,
            mail=mail.key,
            language=code,
            subject=text.subject if text else "",
            text=text.text if text else "",
            saved_at=at,
            saved_by=by,
        )
        for code, text in words.items()
    )
    return sorted(words)
