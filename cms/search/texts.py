"""The text of a page, and the part of it that shows why it was found."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Site

from cms.live_facts import put_in
from cms.search.words import agrees, words_of

AROUND = 100
"""Letters shown before the first word found; after it stand twice as many."""

_RUN = re.compile(r"[^\W_]+(?:['’‘ʼ`‐‑-][^\W_]+)*")
_SUMMARIES = ("search_description", "summary", "intro", "lead")


def texts_of(page: Any) -> list[str]:
    """What a page says besides its title, as its own `search_fields` declare it."""
    fields = type(page).get_searchable_search_fields()
    return [
        text
        for field in fields
        if field.field_name != "title"
        for text in _flat(field.get_value(page))
        if text
    ]


def summary_of(
    page: Any, site: Site, language: str, words: Iterable[str]
) -> SafeString:
    """Of the page's summary or else its text, the part that holds the words, marked."""
    words = list(words)
    short = (getattr(page, name, "") for name in _SUMMARIES)
    summary = next((text for text in short if text and isinstance(text, str)), "")
    texts = [_spoken(text, site, language) for text in (summary, *texts_of(page))]
    for text in texts:
        start = _first(text, words, language)
        if start is not None:
            return marked(_cut(text, start), words, language)
    return marked(_cut(next(filter(None, texts), ""), 0), words, language)


def marked(text: str, words: Iterable[str], language: str) -> SafeString:
    """The text, safe to show, with <mark> around each word that is looked for."""
    words = list(words)
    parts, end = [], 0
    for run in _RUN.finditer(text):
        if _holds(run[0], words, language):
            parts += [
                format_html("{}", text[end : run.start()]),
                format_html("<mark>{}</mark>", run[0]),
            ]
            end = run.end()
    parts.append(format_html("{}", text[end:]))
    return format_html_join("", "{}", ((part,) for part in parts))


def _first(text: str, words: list[str], language: str) -> int | None:
    runs = _RUN.finditer(text)
    found = (run.start() for run in runs if _holds(run[0], words, language))
    return next(found, None)


def _holds(run: str, words: list[str], language: str) -> bool:
    known = words_of(run)
    return any(agrees(one, word, language) for word in words for one in known)


def _cut(text: str, start: int) -> str:
    """Whole words around `start`, with dots where something was left out."""
    begin, end = max(0, start - AROUND), min(len(text), start + 2 * AROUND)
    if begin:
        begin = text.find(" ", begin, start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    before, after = "… " * (begin > 0), " …" * (end < len(text))
    return f"{before}{text[begin:end]}{after}"


def _spoken(text: str, site: Site, language: str) -> str:
    """In one line, with the facts that stand in it as they are now."""
    filled = unescape(put_in(escape(text), site, language))
    return " ".join(filled.split())


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for part in value:
            yield from _flat(part)
    elif value is not None:
        yield str(value)
