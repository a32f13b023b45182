"""Keep the texts of page files as national texts: a version each time a file changes.

A release that changes a file makes a new version, unless the hub has written its own
since: then the file's text waits at the newest version for the hub to decide.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Site

from cms.models import NationalText
from cms.starter.facts import facts_of
from cms.starter.making import Source

NOTES = {
    "en": "New wording with a new version of the software.",
    "cy": "Geiriad newydd gyda fersiwn newydd o’r feddalwedd.",
}


@transaction.atomic
def keep_files(sources: Iterable[Source]) -> int:
    """Keep what is new in the files; how many texts changed. Twice changes nothing."""
    newest = {
        (text.key, text.nation): text
        for text in NationalText.objects.filter(is_newest=True)
    }
    changed = 0
    for source in sources:
        text = newest.get((source.file.key, source.nation))
        if text is None:
            newest[source.file.key, source.nation] = _first(source)
        elif text.file_digest == _digest(source.file.texts):
            continue
        elif text.from_file:
            _next(text, source)
        else:
            text.file_texts = source.file.texts
            text.file_digest = _digest(source.file.texts)
            text.save(update_fields=["file_texts", "file_digest"])
        changed += 1
    return changed


def newest_for(site: Site) -> dict[str, NationalText]:
    """The newest texts for a service of this site's nation, by key."""
    nation = facts_of(site, "en").get("nation", "")
    found = NationalText.objects.filter(is_newest=True, nation__in=["", nation])
    # Of two, that of the nation: "" comes first.
    return {text.key: text for text in found.order_by("nation")}


def _first(source: Source) -> NationalText:
    return NationalText.objects.create(
        plugin=source.plugin,
        key=source.file.key,
        nation=source.nation,
        version=1,
        **_of_file(source),
    )


def _next(text: NationalText, source: Source) -> NationalText:
    text.is_newest = False
    text.save(update_fields=["is_newest"])
    notes = source.file.facts.get("note", {})
    return NationalText.objects.create(
        plugin=source.plugin,
        key=text.key,
        nation=text.nation,
        version=text.version + 1,
        note_en=notes.get("en", NOTES["en"]),
        note_cy=notes.get("cy", NOTES["cy"]),
        **_of_file(source),
    )


def _of_file(source: Source) -> dict[str, Any]:
    checked = source.file.facts.get("law_checked_on")
    return {
        "texts": source.file.texts,
        "is_law": bool(source.file.facts.get("law")),
        "law_checked_on": checked if isinstance(checked, dt.date) else None,
        "file_digest": _digest(source.file.texts),
        "from_file": True,
    }


def _digest(texts: dict[str, Any]) -> str:
    told = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
