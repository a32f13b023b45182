"""What is different between two texts, line by line and word by word.

Wagtail's own comparison marks the words. Marks are <ins> and <del>, with a word before
each that only a screen reader reads.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text

from cms.national.lines import Field, Line

ALIKE = 0.4
"""Two lines with less in common are shown whole, one after the other."""


@dataclass(frozen=True)
class Marked:
    """One line with its marks."""

    kind: str
    html: SafeString
    is_changed: bool


@dataclass(frozen=True)
class Part:
    """One field of the two texts."""

    label: str
    lines: list[Marked]

    @property
    def is_changed(self) -> bool:
        """Whether anything in it is different."""
        return any(line.is_changed for line in self.lines)


def difference(old: Mapping[str, Field], new: Mapping[str, Field]) -> list[Part]:
    """Field by field, in the order of the new text."""
    nothing = Field("", [])
    return [
        Part(
            (new.get(name) or old[name]).label,
            list(_compared(old.get(name, nothing).lines, new.get(name, nothing).lines)),
        )
        for name in [*new, *(name for name in old if name not in new)]
    ]


def _compared(old: list[Line], new: list[Line]) -> Iterator[Marked]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _what, i, i_end, j, j_end in matcher.get_opcodes():
        pairs = zip_longest(old[i:i_end], new[j:j_end])
        for before, after in pairs:
            yield from _pair(before, after)


def _pair(before: Line | None, after: Line | None) -> Iterator[Marked]:
    if before and after and before == after:
        yield Marked(after.kind, format_html("{}", after.text), is_changed=False)
    elif before and after and _alike(before, after):
        yield Marked(after.kind, _words(before.text, after.text), is_changed=True)
    else:
        if before:
            yield Marked(before.kind, _deleted(before.text), is_changed=True)
        if after:
            yield Marked(after.kind, _inserted(after.text), is_changed=True)


def _alike(before: Line, after: Line) -> bool:
    if before.kind != after.kind:
        return False
    return SequenceMatcher(None, before.text, after.text).ratio() >= ALIKE


def _words(before: str, after: str) -> SafeString:
    marks = {"addition": _inserted, "deletion": _deleted}
    told = (
        (marks[what](words) if what in marks else words,)
        for what, words in diff_text(before, after).changes
    )
    return format_html_join("", "{}", told)


def _inserted(words: str) -> SafeString:
    return _marked("ins", _("added:"), words)


def _deleted(words: str) -> SafeString:
    return _marked("del", _("removed:"), words)


def _marked(tag: str, said: str, words: str) -> SafeString:
    if not words.strip():
        return format_html("{}", words)
    return format_html(
        '<{tag}><span class="w-sr-only">{said} </span>{words}</{tag}>',
        tag=SafeString(tag),
        said=said,
        words=words,
    )
