"""Turn the blocks of a file into the raw value of a StreamField, with its links."""

import re
import uuid
from collections.abc import Callable
from typing import Any

PageId = Callable[[str], int | None]
PictureId = Callable[[str], int | None]
LINK = re.compile(r'<a href="page:([\w-]+)">(.*?)</a>', re.DOTALL)
LINKED = ("cards", "doors")
FILES = {"image": "image", "download": "document"}
_NAMES = uuid.UUID("6f5d0a0c-8a52-4f0e-9a37-0f6f4a5f9d11")


def no_picture(name: str) -> None:
    """Where no pictures stand beside the files."""


def raw_stream(
    blocks: list[dict[str, Any]],
    page_id: PageId,
    seed: str,
    picture_id: PictureId = no_picture,
) -> list[Any]:
    """The raw value of a stream; the ids of its blocks are the same at every loading.

    A link to a page that is not there leaves its words; a card or a button that leads
    nowhere is left out, and so is a picture or document that is not there.
    """
    raw = []
    for number, block in enumerate(blocks):
        name = f"{seed}/{number}"
        value = _value(_with_files(block, picture_id), page_id, name)
        if value is not None:
            raw.append({"type": block["type"], "value": value, "id": _id(name)})
    return raw


def _value(block: dict[str, Any], page_id: PageId, name: str) -> Any:
    kind = block.pop("type")
    if kind == "text":
        return linked(block["html"], page_id)
    if kind == "story":
        block["link"] = _target(block["link"], page_id) if "link" in block else None
        return block
    if kind in ("button", "next_step"):
        block["link"] = _target(block["link"], page_id)
        return block if block["link"] else None
    if kind in ("image", "download") and block[FILES[kind]] is None:
        return None
    if kind == "table":
        return _table(block)
    if kind == "video" and "transcript" in block:
        block["transcript"] = linked(block["transcript"], page_id)
    if "items" in block:
        block["items"] = _items(block["items"], page_id, name)
    if "html" in block:
        block["html"] = linked(block["html"], page_id)
    return block


def _with_files(block: dict[str, Any], file_id: PictureId) -> dict[str, Any]:
    """The block with the numbers of its picture or document for their names."""
    named = {name: block[name] for name in ("image", "document") if name in block}
    found: dict[str, Any] = {
        name: file_id(value.partition(":")[2] or value) for name, value in named.items()
    }
    return {**block, **found}


def _table(block: dict[str, Any]) -> dict[str, Any]:
    """A file writes rows as lists, and a column as its heading or with its type."""
    columns = [
        {"type": "text", "heading": column} if isinstance(column, str) else column
        for column in block["columns"]
    ]
    rows = [{"values": row} for row in block["rows"]]
    return {
        "table": {"columns": columns, "rows": rows, "caption": block["caption"]},
        "names_rows": block.get("names_rows", True),
    }


def _items(items: list[dict[str, Any]], page_id: PageId, name: str) -> list[Any]:
    raw = []
    for number, item in enumerate(items):
        value = dict(item)
        if "html" in value:
            value["html"] = linked(value["html"], page_id)
        if value.get("link"):
            value["link"] = _target(value["link"], page_id)
            if value["link"] is None:
                continue
        raw.append({"type": "item", "value": value, "id": _id(f"{name}/{number}")})
    return raw


def linked(html: str, page_id: PageId) -> str:
    """Rich text with its `page:key` links made into links to pages."""

    def link(found: re.Match[str]) -> str:
        pk, words = page_id(found[1]), found[2]
        return f'<a linktype="page" id="{pk}">{words}</a>' if pk else words

    return LINK.sub(link, html)


def _target(link: str, page_id: PageId) -> int | None:
    return page_id(link.removeprefix("page:"))


def _id(name: str) -> str:
    return str(uuid.uuid5(_NAMES, name))
