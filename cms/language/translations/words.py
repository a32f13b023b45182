"""What a page says, text by text, so that two states of it can be compared."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

Word = dict[str, str]
Words = dict[str, Word]
"""By place in the page: the field it stands in, its text, a mark of all there is."""

ADDRESS = "slug"
A_SENTENCE = 4
"""Words from which on a text is no name."""


def words_of(page: Page) -> Words:
    """Every text of the page, and every value that both languages share.

    The address is none: it may differ. Nor are switches, which say nothing.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name, value in _shared_values(page):
        found.setdefault(name, []).append(("", value))
    for segment in extract_segments(page):
        if segment.path != ADDRESS:
            told = found.setdefault(segment.path, [])
            told.append((_text(segment), _everything(segment)))
    kinds = _block_kinds(page)
    return {
        path: {
            "field": _field_path(path, kinds),
            "text": "\n".join(text for text, _rest in told if text),
            "mark": _mark([rest for _text, rest in told]),
        }
        for path, told in found.items()
    }


def differences(before: Mapping[str, Word], after: Mapping[str, Word]) -> Words:
    """What is said differently: by place the field, the words before and after."""
    places = [*after, *(path for path in before if path not in after)]
    nothing: Word = {"field": "", "text": "", "mark": ""}
    found = {}
    for path in places:
        was, now = before.get(path, nothing), after.get(path, nothing)
        if was["mark"] != now["mark"]:
            field = now["field"] or was["field"]
            found[path] = {"field": field, "was": was["text"], "now": now["text"]}
    return found


def as_rows(words: Words) -> list[Word]:
    """The texts as they are stored, in their order."""
    return [{"place": place, **word} for place, word in words.items()]


def by_place(rows: list[Word]) -> Words:
    """What was stored, by place again."""
    return {row["place"]: row for row in rows}


def checked(words: Words) -> Words:
    """The texts of a translation: each is known to be one, or the same on purpose."""
    return {place: {**word, "checked": "yes"} for place, word in words.items()}


def repeated(rows: list[Word], others: list[Word]) -> list[Word]:
    """Texts that stand word for word in the other language too; nobody has said why.

    Names and labels are short, and often the same: only longer texts are told.
    """
    there = {row["text"] for row in others if "checked" not in row}
    return [
        row
        for row in rows
        if "checked" not in row and row["text"] in there and _is_long(row["text"])
    ]


def _is_long(text: str) -> bool:
    return len(text.split()) >= A_SENTENCE


def field_of(word: Mapping[str, str]) -> str:
    """The field of the page in which a text stands."""
    return word["field"].partition(".")[0]


def _shared_values(page: Page) -> list[tuple[str, str]]:
    """Values such as a date or a picture, which a translation takes over."""
    values = []
    for declared in get_translatable_fields(type(page)):
        field = declared.get_field(type(page))
        if declared.is_translated(page) or not isinstance(field, models.Field):
            continue
        if isinstance(field, models.BooleanField | models.ManyToManyField):
            continue
        values.append((field.name, str(field.value_from_object(page) or "")))
    return values


def _text(segment: Any) -> str:
    if isinstance(segment, StringSegmentValue):
        return strip_tags(segment.string.render_text()).strip()
    return ""


def _everything(segment: Any) -> str:
    """All that would make the segment another one: words, tags, addresses, a choice."""
    if isinstance(segment, StringSegmentValue):
        return json.dumps([segment.string.data, segment.attrs], sort_keys=True)
    for name in ("template", "data", "translation_key"):
        if hasattr(segment, name):
            return str(getattr(segment, name))
    return ""


def _block_kinds(page: Page) -> dict[str, str]:
    """The kind of each block of the page's streams, by its id."""
    streams = [f for f in page._meta.get_fields() if isinstance(f, StreamField)]
    return {
        str(block["id"]): block["type"]
        for field in streams
        for block in field.value_from_object(page).raw_data
    }


def _field_path(path: str, kinds: Mapping[str, str]) -> str:
    field, _dot, rest = path.partition(".")
    kind = kinds.get(rest.partition(".")[0])
    return f"{field}.{kind}" if kind else field


def _mark(parts: list[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
