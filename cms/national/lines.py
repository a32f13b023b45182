"""A page's words as lines that people can compare: headings, paragraphs, points."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

Titles = Mapping[str, str]
_PARTS = re.compile(r"<(h2|h3|p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ID, _HREF = re.compile(r'\bid="(\d+)"'), re.compile(r'\bhref="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
NO_WORDS = ("type", "id", "language")
LABELS = {"search_description": _("Summary")}


@dataclass(frozen=True)
class Line:
    """One line: `kind` is h2, h3, p or li."""

    kind: str
    text: str


@dataclass(frozen=True)
class Field:
    """The lines of one field, under its name on the edit screen."""

    label: str
    lines: list[Line]


def fields_of(
    model: type[Page], words: Mapping[str, Any], titles: Titles
) -> dict[str, Field]:
    """The words of each field; `titles` names the pages to which links lead."""
    return {
        name: Field(_label(model, name), list(_lines(value, titles)))
        for name, value in words.items()
    }


def linked_pages(words: Any) -> set[str]:
    """Ids of the pages to which the words link."""
    if isinstance(words, str):
        return {found for found in _ID.findall(words) if "linktype" in words}
    if isinstance(words, list):
        return set().union(*map(linked_pages, words))
    if isinstance(words, Mapping):
        own = {str(words["link"])} if isinstance(words.get("link"), int) else set()
        return own.union(*map(linked_pages, words.values()))
    return set()


def _label(model: type[Page], name: str) -> str:
    label = LABELS.get(name) or model._meta.get_field(name).verbose_name
    return str(capfirst(label))


def _lines(value: Any, titles: Titles) -> Iterator[Line]:
    if isinstance(value, str):
        yield from _text_lines(value, titles)
    elif isinstance(value, list):
        for part in value:
            yield from _lines(part, titles)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key == "link" and part:
                yield Line("p", f"→ {titles.get(str(part), part)}")
            elif key in ("heading", "question") and part:
                yield Line("h3", str(part))
            elif key not in NO_WORDS:
                yield from _lines(part, titles)


def _text_lines(text: str, titles: Titles) -> Iterator[Line]:
    parts = _PARTS.findall(text) if "<" in text else [("p", text)]
    for kind, inner in parts or [("p", text)]:
        if words := _words(inner, titles):
            yield Line(kind, words)


def _words(inner: str, titles: Titles) -> str:
    """Plain words; where a link leads is said after them: it may be what changed."""

    def told(found: re.Match[str]) -> str:
        attributes, words = found.groups()
        page, href = _ID.search(attributes), _HREF.search(attributes)
        if page:
            return f"{words} (→ {titles.get(page[1], page[1])})"
        return f"{words} (→ {href[1]})" if href else words

    plain = _TAG.sub("", _LINK.sub(told, inner))
    return html.unescape(_SPACE.sub(" ", plain).strip())
