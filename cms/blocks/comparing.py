"""Two versions of a page beside each other: what has changed, and that alone."""

import re
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import (
    BlockComparison,
    StreamBlockComparison,
    StreamFieldComparison,
    diff_text,
    register_comparison_class,
)
from wagtail.fields import StreamField
from wagtail.utils.text import text_from_html

ADDED, REMOVED, CHANGED = _("Added"), _("Removed"), _("Changed")

BREAK = SafeString("<br>")
_END = re.compile(r"(</(?:p|h\d|li)>|<br/?>)")
_TAGS = {"addition": "ins", "deletion": "del"}


class WordsComparison(BlockComparison):
    """Rich text by its words, a line for each paragraph, heading and entry."""

    def htmlvalue(self, val: Any) -> str:
        return format_html_join("\n", "<p>{}</p>", ([line] for line in _lines(val)))

    def htmldiff(self) -> str:
        changes = diff_text(*("\n".join(_lines(v)) for v in (self.val_a, self.val_b)))
        return format_html_join("", "{}", ([_marked(*one)] for one in changes.changes))


class PartsComparison(StreamBlockComparison):
    """The parts of a page of which one was added, taken out or changed."""

    def get_block_comparisons(self) -> list[Any]:
        """Without the parts that say what they said before."""
        return [one for one in super().get_block_comparisons() if _state(one)]

    def htmldiff(self) -> str:
        """Each with its name, and what was done to it in words, not colour alone."""
        parts = [
            (_state(one), one.block.label, _shown(one))
            for one in self.get_block_comparisons()
        ]
        if not parts:
            return format_html("<p>{}</p>", _("Only the order of its parts changed."))
        child = '<div class="comparison__child-object"><p><b>{}: {}</b></p>{}</div>'
        return format_html_join("\n", child, parts)


class PageStreamComparison(StreamFieldComparison):
    """A stream of parts; what only the editor's own marks tell apart is the same."""

    def has_changed(self) -> bool:
        # Unread, a stream gives what was stored, in any order and without what a block
        # has been given since.
        for stream in (self.val_a, self.val_b):
            list(stream)
        return _differ(self.field.stream_block, self.val_a, self.val_b)

    def htmldiff(self) -> str:
        stream = self.field.stream_block
        return PartsComparison(stream, True, True, self.val_a, self.val_b).htmldiff()


def _state(one: Any) -> Any:
    """What was done to a part; None where nothing was."""
    if one.is_new():
        return ADDED
    if one.is_deleted():
        return REMOVED
    return CHANGED if _differ(one.block, one.val_a, one.val_b) else None


def _differ(block: Any, before: Any, after: Any) -> bool:
    return _said(block, before) != _said(block, after)


def _shown(one: Any) -> str:
    if one.is_new():
        return format_html('<div class="addition">{}</div>', one.htmlvalue(one.val_b))
    if one.is_deleted():
        return format_html('<div class="deletion">{}</div>', one.htmlvalue(one.val_a))
    return str(one.htmldiff())


def _said(block: Any, value: Any) -> Any:
    """What is kept of a value, without what the editor alone tells apart."""
    from cms.starter.fingerprints import plain

    return plain(block.get_prep_value(value))


def _lines(value: Any) -> list[str]:
    words = text_from_html(_END.sub(r"\1" + "\n", str(getattr(value, "source", value))))
    return [line.strip() for line in words.splitlines() if line.strip()]


def _marked(kind: str, words: str) -> str:
    lines = format_html_join(BREAK, "{}", ([line] for line in words.split("\n")))
    tag = _TAGS.get(kind)
    return format_html('<{0} class="{1}">{2}</{0}>', tag, kind, lines) if tag else lines


register_comparison_class(StreamField, comparison_class=PageStreamComparison)
