"""CSV that a spreadsheet opens safely: no formula, no control character."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def as_csv(headings: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """The rows under their headings, every cell made safe, with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([safe(cell) for cell in row])
    return BOM + out.getvalue()


def safe(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    text = "".join(
        " " if unicodedata.category(sign) == "Cc" and sign != "\n" else sign
        for sign in str(value)
    )
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
