"""Every text of a page as its editors wrote it: no block's value is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, TextField
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from cms.blocks import QuoteBlock

PLAIN = (blocks.CharBlock, blocks.TextBlock)
_OWN_TEXTS = ("lead", "intro", "summary")


@dataclass(frozen=True)
class Html:
    """Running text with its headings and links."""

    source: str


@dataclass(frozen=True)
class Plain:
    """Text without any."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A picture and what is said of it; `decorative` says nothing on purpose."""

    alt: str
    decorative: bool = False


@dataclass(frozen=True)
class LinkWords:
    """The words of a button or a link that stands by itself."""

    text: str


@dataclass(frozen=True)
class Target:
    """A page that a block leads to, by its number."""

    pk: int


Piece = Html | Plain | Picture | LinkWords | Target


def pieces(page: Any) -> Iterator[Piece]:
    """What the page says, in its order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            yield from _of_stream(stream.stream_block, stream.raw_data)
        elif isinstance(field, RichTextField):
            yield Html(getattr(page, field.name) or "")
        elif isinstance(field, CharField | TextField) and field.name in _OWN_TEXTS:
            yield Plain(getattr(page, field.name) or "")
    if getattr(page, "image_id", None) and hasattr(page, "image_alt"):
        yield Picture(page.image_alt)


def _of_stream(block: Any, raw: Any) -> Iterator[Piece]:
    for item in raw or ():
        child = block.child_blocks.get(item["type"])
        # Somebody's own words, or the law's, stand as they were said.
        if child is not None and not isinstance(child, QuoteBlock):
            yield from _of(child, item["value"])


def _of(block: Any, raw: Any) -> Iterator[Piece]:
    if isinstance(block, blocks.StreamBlock):
        yield from _of_stream(block, raw)
    elif isinstance(block, ImageBlock):
        yield from _of_image(raw)
    elif isinstance(block, blocks.StructBlock):
        yield from _of_struct(block, raw or {})
    elif isinstance(block, blocks.ListBlock):
        for item in raw or ():
            is_named = isinstance(item, dict) and item.get("type") == "item"
            yield from _of(block.child_block, item["value"] if is_named else item)
    elif isinstance(block, BaseTypedTableBlock):
        yield from _of_table(raw or {})
    elif isinstance(block, blocks.PageChooserBlock):
        yield from [Target(raw)] if isinstance(raw, int) else []
    elif isinstance(block, blocks.RichTextBlock):
        yield Html(str(raw or ""))
    elif type(block) in PLAIN:
        yield Plain(str(raw or ""))


def _of_table(raw: dict[str, Any]) -> Iterator[Piece]:
    for row in raw.get("rows", ()):
        yield from (Plain(str(cell or "")) for cell in row["values"])


def _of_image(raw: Any) -> Iterator[Piece]:
    if isinstance(raw, dict) and raw.get("image"):
        yield Picture(str(raw.get("alt_text") or ""), bool(raw.get("decorative")))


def _of_struct(block: Any, raw: dict[str, Any]) -> Iterator[Piece]:
    names = block.child_blocks
    alt = next((name for name in ("alt", "alt_text") if name in names), "")
    for name, child in names.items():
        if isinstance(child, ImageChooserBlock):
            if raw.get(name):
                yield Picture(str(raw.get(alt) or ""), bool(raw.get("decorative")))
        elif name == "text" and "link" in names and "heading" not in names:
            yield LinkWords(str(raw.get(name) or ""))
        elif name != alt:
            yield from _of(child, raw.get(name))
