"""What happens to national texts: new versions at the hub, decisions at services."""

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site
from wagtail_localize.models import Translation

from cms.activation import SERVICE_ROOT_PATH
from cms.models import KeptText, NationalText, PluginPage, StarterKey
from cms.national.writing import Writing, writing_at
from cms.starter import is_words, law_date, note_origin


class Refused(Exception):
    """It cannot be done; the message says why, in the user's words."""


Texts = Mapping[str, Mapping[str, Any]]


@transaction.atomic
def revise(
    *,
    text: NationalText,
    texts: Texts,
    note_en: str,
    note_cy: str,
    by: Any,
    law_checked_on: dt.date | None = None,
) -> NationalText:
    """A new version in both languages at once; Refused where `text` is not the newest.

    Whoever edited an older version has not seen what they would undo.
    """
    locked = _newest(text)
    _refuse_to_come(law_checked_on)
    if set(texts) != {"en", "cy"}:
        raise Refused(_("A national text is always in both languages."))
    if not (note_en.strip() and note_cy.strip()):
        raise Refused(_("Say in both languages what changed and why."))
    if texts == locked.texts:
        raise Refused(_("Nothing is different from the version of now."))
    locked.is_newest = False
    locked.save(update_fields=["is_newest"])
    made = NationalText.objects.create(
        plugin=locked.plugin,
        key=locked.key,
        nation=locked.nation,
        version=locked.version + 1,
        texts=texts,
        note_en=note_en.strip(),
        note_cy=note_cy.strip(),
        is_law=locked.is_law,
        law_checked_on=law_checked_on,
        law_checked_by=by if law_checked_on else None,
        file_digest=locked.file_digest,
        made_by=by,
    )
    log(made, "cms.national_text_revised", user=by, data={"version": made.version})
    return made


@transaction.atomic
def check_law(*, text: NationalText, on: dt.date, by: Any) -> None:
    """The law was read again and the newest words still stand: its pages say so."""
    locked = _newest(text)
    _refuse_to_come(on)
    locked.law_checked_on, locked.law_checked_by = on, by
    locked.save(update_fields=["law_checked_on", "law_checked_by"])
    _pages_as_made(locked).update(law_checked_on=on)
    log(locked, "cms.national_text_checked", user=by, data={"on": on.isoformat()})


@transaction.atomic
def decide_on_file(*, text: NationalText, use: bool, by: Any) -> None:
    """A release brought other words than the hub's: use them as a version, or not."""
    locked = _newest(text)
    if locked.file_texts is None:
        raise Refused(_("This was decided meanwhile."))
    words, locked.file_texts = locked.file_texts, None
    locked.save(update_fields=["file_texts"])
    if use:
        revise(
            text=locked,
            texts=words,
            note_en="The wording of the newest version of the software.",
            note_cy="Geiriad fersiwn ddiweddaraf y feddalwedd.",
            by=by,
        )


@transaction.atomic
def take(*, site: Site, key: str, by: Any) -> list[PluginPage]:
    """Write the newest version into the service's pages; those that were changed.

    In both languages, with the service's facts, as this person. A page that is not
    published gets a draft: what the public does not see stays unseen. Twice changes
    nothing.
    """
    writing = writing_at(site, key)
    changed = []
    for page, row in writing.pages:
        if writing.is_written(page, row):
            continue
        _refuse_locked(page)
        _write(writing, page, row, by)
        changed.append(page)
    if changed:
        KeptText.objects.filter(site=site, text=writing.text).delete()
    return changed


@transaction.atomic
def keep(
    *,
    site: Site,
    key: str,
    reason: str,
    by: Any,
    law_checked_on: dt.date | None = None,
) -> KeptText:
    """Keep one's own words instead of the newest version; the hub reads why."""
    writing = writing_at(site, key)
    if not reason.strip():
        raise Refused(_("Say why, so that the hub can learn from it."))
    _refuse_to_come(law_checked_on)
    kept, _new = KeptText.objects.update_or_create(
        site=site,
        text=writing.text,
        defaults={
            "reason": reason.strip(),
            "law_checked_on": law_checked_on if writing.text.is_law else None,
            "kept_by": by,
        },
    )
    for page, row in writing.pages:
        _date(page, row)
        log(page, "cms.national_text_kept", user=by, data=_version(writing.text))
    return kept


def _refuse_to_come(day: dt.date | None) -> None:
    if day and day > timezone.localdate():
        raise Refused(_("Choose today or a day before today."))


def _newest(text: NationalText) -> NationalText:
    rows = NationalText.objects.select_for_update()
    locked = rows.filter(pk=text.pk, is_newest=True).first()
    if locked is None:
        raise Refused(_("Somebody has made a newer version meanwhile."))
    return locked


def _pages_as_made(text: NationalText) -> QuerySet[StarterKey]:
    """Pages with these very words, but those of services that keep their own."""
    rows = StarterKey.objects.filter(text=text, as_made=True)
    kept = text.kept.values_list("site__root_page__path", flat=True)
    own = [Q(page__path__startswith=path[:SERVICE_ROOT_PATH]) for path in kept]
    return rows.exclude(reduce(or_, own)) if own else rows


def _write(writing: Writing, page: PluginPage, row: StarterKey, by: Any) -> None:
    values = writing.values(page)
    words = {name: value for name, value in values.items() if is_words(name, value)}
    # Both languages come from the hub now: a translation would be synced over them.
    Translation.objects.filter(
        target_locale=page.locale_id, source__object_id=page.translation_key
    ).update(enabled=False)
    writing.loader.write(
        page, {**_readers(page, values), **words}, publish=page.live, by=by
    )
    note_origin(page, writing.text, words)
    log(page, "cms.national_text_taken", user=by, data=_version(writing.text))


def _readers(page: PluginPage, values: dict[str, Any]) -> dict[str, Any]:
    """For whom a page is that nobody has said it of: its words may count on that.

    What stands at the end of a page for young people is made from it.
    """
    theirs = values.get("audience", "")
    return {"audience": theirs} if theirs and not page.audience else {}


def _refuse_locked(page: PluginPage) -> None:
    if page.locked:
        raise Refused(
            _("“%(page)s” is locked. Unlock it first.") % {"page": page.title}
        )


def _date(page: PluginPage, row: StarterKey) -> None:
    found = law_date(page, row)
    if found != row.law_checked_on:
        StarterKey.objects.filter(pk=row.pk).update(law_checked_on=found)


def _version(text: NationalText) -> dict[str, int]:
    return {"version": text.version}
