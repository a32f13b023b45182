"""What a stream's raw value points to, found without making a value of any block."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

Leaf = tuple[Any, Any]


def leaves(block: Any, raw: Any) -> Iterator[Leaf]:
    """Every innermost block of a stream with its raw value, in their order."""
    if isinstance(block, blocks.StreamBlock):
        for item in raw or ():
            if child := block.child_blocks.get(item["type"]):
                yield from leaves(child, item["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, (raw or {}).get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw or ():
            is_named = isinstance(item, dict) and item.get("type") == "item"
            yield from leaves(block.child_block, item["value"] if is_named else item)
    elif isinstance(block, BaseTypedTableBlock):
        yield from _cells(block, raw or {})
    else:
        yield block, raw


def _cells(block: Any, raw: dict[str, Any]) -> Iterator[Leaf]:
    kinds = [block.child_blocks[column["type"]] for column in raw.get("columns", ())]
    for row in raw.get("rows", ()):
        for child, value in zip(kinds, row["values"], strict=True):
            yield from leaves(child, value)
