"""From which version of a national text a page was made, and whether it still is that.

The row of its key says so; it is settled again whenever the page is published, so that
going back in a page's history goes back to the version of then.
"""

import datetime as dt
from typing import Any

from wagtail.models import Page, Site

from cms.models import KeptText, NationalText, StarterKey
from cms.starter.fingerprints import fingerprint, is_words, mark, words_of


def note_origin(page: Page, text: NationalText, values: dict[str, Any]) -> None:
    """The page's words have just been written from this version."""
    names = [name for name, value in values.items() if is_words(name, value)]
    row = StarterKey.objects.get_or_create(page_id=page.pk, defaults={"key": text.key})[
        0
    ]
    _set(row, text, fingerprint(page, names))
    row.as_made = True
    row.law_checked_on = text.law_checked_on
    row.save()


def adopt(page: Page, row: StarterKey, text: NationalText, raw: dict[str, Any]) -> None:
    """Take in a page that was made before its text was kept; its words stay."""
    marks = {name: mark(raw[name]) for name in raw if is_words(name, raw[name])}
    _set(row, text, marks)
    row.as_made = is_as_made(page, row)
    row.law_checked_on = text.law_checked_on if row.as_made else None
    row.save()


def is_as_made(page: Page, row: StarterKey) -> bool:
    """Whether the page still has every word that its version wrote."""
    return _has(page, row.written.get(str(row.text_id)))


def is_unwritten(page: Page, values: dict[str, Any]) -> bool:
    """Whether the page has a title and nothing else yet: as provisioning made it."""
    names = [n for n in values if n != "title" and is_words(n, values[n])]
    return not any(words_of(page, names).values())


def settle(page: Page, row: StarterKey) -> None:
    """See which version the words are now, and which date may stand under them."""
    if not is_as_made(page, row):
        known = [pk for pk, marks in row.written.items() if _has(page, marks)]
        if known:
            row.text = NationalText.objects.get(pk=max(known, key=int))
    row.as_made = is_as_made(page, row)
    row.law_checked_on = law_date(page, row)
    row.save(update_fields=["text", "as_made", "law_checked_on"])


def law_date(page: Page, row: StarterKey) -> dt.date | None:
    """When the law in these very words was last checked, by the hub or the service."""
    text = row.text
    if text is None or not text.is_law:
        return None
    kept = KeptText.objects.filter(
        site__in=_sites_of(page), text__key=text.key, text__nation=text.nation
    )
    last = kept.select_related("text").order_by("-text__version").first()
    if row.as_made and not (last and last.text.is_newest):
        return text.law_checked_on
    return last.law_checked_on if last else None


def _has(page: Page, marks: dict[str, str] | None) -> bool:
    return marks is not None and fingerprint(page, marks) == marks


def _set(row: StarterKey, text: NationalText, marks: dict[str, str]) -> None:
    row.text = text
    row.written = {**row.written, str(text.pk): marks}


def _sites_of(page: Page) -> Any:
    return Site.objects.filter(root_page__path__startswith=page.path[:8]).values("pk")
