"""Tell whether a page still has the words that were written into it.

What Wagtail's editor does to a page that is only opened and saved (block keys, the
order of attributes, empty values) is no change.
"""

import hashlib
import html
import json
import re
from collections.abc import Iterable
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import Page

NOT_WORDS = ("slug", "audience")
"""Where a page stands and whom it is for is no text: taking one changes neither."""
_TAG = re.compile(r"<(/?)(\w+)([^<>]*?)\s*/?>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_KEPT_ATTRIBUTES = ("href", "id", "linktype")
_SAME_TAG = {"strong": "b", "em": "i"}
_SPACE = re.compile(r"\s+")


def words_of(page: Page, names: Iterable[str]) -> dict[str, Any]:
    """What the named fields hold, as it is stored."""
    return {name: _stored(page, name) for name in names}


def fingerprint(page: Page, names: Iterable[str]) -> dict[str, str]:
    """A short mark of each field's words."""
    found = words_of(page, names)
    return {name: mark(value) for name, value in sorted(found.items())}


def mark(value: Any) -> str:
    """The mark of one value."""
    told = json.dumps(plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    """The value without what is no word: ids, empty values, marks of the editor."""
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        kept = {key: plain(part) for key, part in value.items() if key != "id"}
        return {key: part for key, part in kept.items() if part not in ("", None, [])}
    return value


def is_words(name: str, value: Any) -> bool:
    """Whether what a file gives for a field is text, not a place or a switch."""
    return isinstance(value, str | list) and name not in NOT_WORDS


def _stored(page: Page, name: str) -> Any:
    value = getattr(page, name)
    if isinstance(page._meta.get_field(name), StreamField):
        return list(value.raw_data)
    return value


def _plain_text(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(_plain_tag, text)
    return html.unescape(_SPACE.sub(" ", text).strip())


def _plain_tag(found: re.Match[str]) -> str:
    closing, name, rest = found.groups()
    pairs = sorted(p for p in _ATTRIBUTE.findall(rest) if p[0] in _KEPT_ATTRIBUTES)
    told = "".join(f' {key}="{value}"' for key, value in pairs)
    return f"<{closing}{_SAME_TAG.get(name, name)}{told}>"
