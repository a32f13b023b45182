"""A table with a caption and a row of headings, which is translated with its page."""

import zlib
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

from cms.blocks import samples
from cms.blocks.naming import template_of

NUMBER = "number"


class CellsBlock(TypedTableBlock):
    """The cells. Figures stand to the right, and stay as they are in every language.

    A text is known by its words, not by its place: rows and columns may move, and what
    was translated stays so. The same words are translated once.
    """

    text = blocks.CharBlock(required=False, default="", label=_("Words"))
    number = blocks.CharBlock(required=False, default="", label=_("Figures"))

    def clean(self, table: TypedTable) -> TypedTable:
        cleaned = super().clean(table)
        wrong = [] if self.is_deferred_validation else list(_missing(cleaned))
        if wrong:
            raise TypedTableBlockValidationError(non_block_errors=wrong)
        return cleaned

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        """Each text once, for wagtail-localize."""
        texts: dict[str, str] = {}
        _with_texts(table, lambda text: texts.setdefault(_key(text), text))
        return [StringSegmentValue(key, text) for key, text in texts.items()]

    def restore_translated_segments(
        self, table: TypedTable, segments: list[StringSegmentValue]
    ) -> TypedTable:
        """The table with what was translated in the place of what was written."""
        known = {segment.path: segment.render_text() for segment in segments}
        return _with_texts(table, lambda text: known.get(_key(text), text))


class TableBlock(blocks.StructBlock):
    """A table; its first column may name the rows, as the first row names columns."""

    table = CellsBlock(label=_("Table"))
    names_rows = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("The first column says what each row is about"),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """What the component draws: plain texts, and which of them are figures."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        table = value["table"]
        kinds = [column["block"].name == NUMBER for column in table.columns]
        heads = [
            {"text": column["heading"], "is_number": is_number}
            for column, is_number in zip(table.columns, kinds, strict=True)
        ]
        rows = [
            [
                {"text": text, "is_number": is_number, "is_head": is_head}
                for text, is_number, is_head in zip(
                    row["values"], kinds, _first(value, len(kinds)), strict=True
                )
            ]
            for row in _filled(table)
        ]
        said = "\n".join([table.caption, *(head["text"] for head in heads)])
        name = f"table-{zlib.crc32(said.encode()):08x}"
        shown = {"heads": heads, "rows": rows, "caption": table.caption, "id": name}
        return {**context, **shown}

    class Meta:
        icon = "table"
        label = _("Table")
        template = template_of("table")
        description = _("Rows and columns with a caption; figures to the right.")
        preview_value = staticmethod(samples.table)


def _first(value: Any, count: int) -> list[bool]:
    return [bool(value["names_rows"]) and number == 0 for number in range(count)]


def _filled(table: TypedTable) -> list[dict[str, Any]]:
    """Its rows without those that are empty: the editor begins each table with one."""
    rows: list[dict[str, Any]] = table.row_data
    return [row for row in rows if any(str(value).strip() for value in row["values"])]


def _missing(table: TypedTable) -> Iterator[ValidationError]:
    if not table.columns or not _filled(table):
        yield ValidationError(_("A table needs a column and a row."))
    if not table.caption.strip():
        yield ValidationError(_("Give the table a caption: what it shows."))
    if any(not column["heading"].strip() for column in table.columns):
        yield ValidationError(_("Give every column a heading."))


def _key(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def _with_texts(table: TypedTable, said: Callable[[str], str]) -> TypedTable:
    def cell(column: dict[str, Any], text: str) -> str:
        return text if column["block"].name == NUMBER or not text else said(text)

    return TypedTable(
        columns=[
            {**column, "heading": said(column["heading"])} for column in table.columns
        ],
        row_data=[
            {
                "values": [
                    cell(column, text)
                    for column, text in zip(table.columns, row["values"], strict=True)
                ]
            }
            for row in table.row_data
        ],
        caption=said(table.caption),
    )
