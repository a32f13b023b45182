"""An uploaded CSV or XLSX file as rows of text, or a plain word on why not."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from forms.casework.importing.columns import column_of

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 1000
# A workbook is packed: a small one can unfold to fill the memory.
_LARGEST_UNPACKED = 40 * 1024 * 1024
_MOST_COLUMNS = 60
_MOST_LINES = MOST_ROWS + 50  # Empty ones are left out.

_QUIETED = re.compile(r"\A'(?=\s*[=+\-@])")

Line = Sequence[str]


class CannotRead(Exception):
    """The file is no list; its text says why, to whoever uploaded it."""


@dataclass(frozen=True)
class Listed:
    """The rows by column, each with its number in the file; headings nobody knows."""

    rows: list[dict[str, str]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def read(file: BinaryIO, size: int) -> Listed:
    """The list in a file of `size` bytes. Raises CannotRead."""
    if size > LARGEST:
        raise CannotRead(_("The file is larger than 2 MB. Send the list in parts."))
    content = file.read(LARGEST + 1)
    lines = _of_workbook(content) if content[:2] == b"PK" else _of_table(content)
    return _listed(list(lines))


def _listed(lines: list[Line]) -> Listed:
    numbered = [(n, line) for n, line in enumerate(lines, start=1) if any(line)]
    if len(numbered) < 2:
        raise CannotRead(
            _("The file has no rows. The first row must hold the headings.")
        )
    headings = numbered[0][1]
    columns = [column_of(heading) for heading in headings]
    _check_columns(columns)
    if len(numbered) - 1 > MOST_ROWS:
        raise CannotRead(
            _("The list has more than %(most)s rows. Send it in parts.")
            % {"most": f"{MOST_ROWS:,}"}
        )
    pairs = zip(headings, columns, strict=True)
    return Listed(
        rows=[
            {"row": str(number), **_by_column(columns, line)}
            for number, line in numbered[1:]
        ],
        ignored=[heading for heading, column in pairs if heading and not column],
    )


def _check_columns(columns: Sequence[str]) -> None:
    known = [column for column in columns if column]
    if not {"name", "first_name", "last_name"} & set(known):
        raise CannotRead(
            _("No column is headed “Name”. Use the headings of our empty list.")
        )
    if len(known) > len(set(known)):
        raise CannotRead(
            _("Two columns mean the same. Leave one of them out, or rename it.")
        )


def _by_column(columns: Iterable[str], line: Line) -> dict[str, str]:
    return {column: cell for column, cell in zip(columns, line, strict=False) if column}


def _of_table(content: bytes) -> Iterator[Line]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    sign = max((";", "\t", ","), key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row in islice(rows, _MOST_LINES):
            yield [_tidy(cell) for cell in row[:_MOST_COLUMNS]]
    except csv.Error as error:
        raise CannotRead(_unreadable()) from error


def _decoded(content: bytes) -> str:
    if b"\x00" in content:
        raise CannotRead(_unreadable())
    for coding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    raise CannotRead(_unreadable())


def _of_workbook(content: bytes) -> Iterator[Line]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
                raise CannotRead(_unreadable())
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(
            max_row=_MOST_LINES, max_col=_MOST_COLUMNS, values_only=True
        )
        lines = [[_tidy(_written(cell)) for cell in row] for row in rows]
    except CannotRead:
        raise
    except Exception as error:  # A damaged workbook fails in many ways.
        raise CannotRead(_unreadable()) from error
    yield from lines


def _written(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _tidy(cell: str) -> str:
    """Without what surrounds it, and without the sign that keeps a formula quiet."""
    text = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in cell)
    return _QUIETED.sub("", text.strip())


def _unreadable() -> str:
    return _(
        "We cannot read this file. Save it as an Excel workbook (.xlsx) or as CSV, and"
        " send it again."
    )
