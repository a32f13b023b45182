"""Tables that a spreadsheet opens safely: no formula, no control character."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

BOM = "\ufeff"
FILES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of file in which a table can be had, by their ending."""
# Excel opens no cell with more.
LONGEST = 32_767
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# What XML cannot say: surrogates and the two that are no characters.
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NARROW, _WIDE = 12, 48


def as_csv(headings: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """The rows under their headings, every cell made safe, with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([safe(cell) for cell in row])
    return BOM + out.getvalue()


def as_xlsx(
    title: str, headings: Sequence[object], rows: Iterable[Sequence[object]]
) -> bytes:
    """The same as a workbook of one sheet: headings stay, days are days.

    Every other cell is text that no spreadsheet takes for a formula, and no cell is
    longer than Excel allows: what is cut off ends in “…”.
    """
    book = Workbook(write_only=True)
    # Excel knows no longer name, and none with these signs.
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip())
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings, start=1):
        width = min(max(len(str(heading)) + 2, _NARROW), _WIDE)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, heading) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_download(
    kind: str,
    *,
    title: str,
    name: str,
    headings: Sequence[object],
    rows: Iterable[Sequence[object]],
) -> HttpResponse:
    """The table as a file of a kind of FILES, which no cache keeps.

    `title` is the name of a workbook's sheet, `name` the file's without its ending, in
    plain letters.
    """
    content: str | bytes = (
        as_csv(headings, rows) if kind == "csv" else as_xlsx(title, headings, rows)
    )
    return HttpResponse(
        content,
        content_type=FILES[kind],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Cache-Control": "no-store",
        },
    )


def safe(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    text = "".join(
        " " if unicodedata.category(sign) == "Cc" and sign != "\n" else sign
        for sign in _plain(value)
    )
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return _naive(value).strftime("%Y-%m-%d %H:%M")
    return str(value)


def _naive(moment: datetime) -> datetime:
    """The time on our clocks: a spreadsheet knows no zones."""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return local.replace(tzinfo=None, second=0, microsecond=0)


def _heading(sheet: Any, heading: object) -> Cell:
    cell = _cell(sheet, str(heading))
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: object) -> Cell:
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, _naive(value))
        cell.number_format = "yyyy-mm-dd hh:mm"
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, datetime.combine(value, time.min))
        cell.number_format = "yyyy-mm-dd"
        return cell
    text = _NOT_XML.sub(" ", safe(value))
    cell = WriteOnlyCell(sheet, text if len(text) <= LONGEST else _cut(text))
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
    return cell


def _cut(text: str) -> str:
    return text[: LONGEST - 1] + "…"
