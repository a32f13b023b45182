"""Turn a text as files have it into what Wagtail's editor edits, and back.

A file names pages by key (`page:faq`). The editor chooses them from a list, and in
running text they are anchors (`#page:faq`): it would drop an address it does not know.
"""

import re
from typing import Any

from wagtail import blocks

Choices = list[tuple[str, str]]
_KEY_LINK = re.compile(r'href="page:')
_ANCHOR = re.compile(r'href="#page:')
_BLOCK_KEY = re.compile(r'\s+data-block-key="[^"]*"')


def editable(block: Any, pages: Choices) -> Any:
    """The same block, with a list of keys wherever a page is chosen."""
    shown = {"label": block.label, "icon": block.meta.icon}
    if isinstance(block, blocks.PageChooserBlock):
        return blocks.ChoiceBlock(choices=pages, required=block.required, **shown)
    if isinstance(block, blocks.ListBlock):
        return blocks.ListBlock(editable(block.child_block, pages), **shown)
    if isinstance(block, blocks.StreamBlock | blocks.StructBlock):
        children = [(n, editable(b, pages)) for n, b in block.child_blocks.items()]
        if isinstance(block, blocks.StreamBlock):
            return blocks.StreamBlock(children, required=False)
        return blocks.StructBlock(children, **shown)
    return block


def to_editor(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The raw value of a stream in the editor."""
    return [{"type": part["type"], "value": _value_out(part)} for part in parts]


def from_editor(raw: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks as a file has them; what is empty is left out."""
    return [{"type": part["type"], **_value_in(part["value"])} for part in raw]


def links_out(words: str) -> str:
    """Running text for the editor."""
    return _KEY_LINK.sub('href="#page:', words)


def links_in(words: str) -> str:
    """Running text of the editor, without its marks."""
    return _ANCHOR.sub('href="page:', _BLOCK_KEY.sub("", words))


def _value_out(part: dict[str, Any]) -> Any:
    if part["type"] == "text":
        return links_out(part["html"])
    return _out({key: value for key, value in part.items() if key != "type"})


def _out(value: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, part in value.items():
        if key == "items":
            told[key] = [{"type": "item", "value": _out(item)} for item in part]
        else:
            told[key] = links_out(part) if isinstance(part, str) else part
    return told


def _value_in(value: Any) -> dict[str, Any]:
    return {"html": links_in(value)} if isinstance(value, str) else _in(value)


def _in(value: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, part in value.items():
        if key == "items":
            told[key] = [_in(item["value"]) for item in part]
        elif part not in ("", None):
            told[key] = links_in(part) if isinstance(part, str) else part
    return told
