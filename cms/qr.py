"""QR codes as drawings without style or data address: a strict policy fits."""

from io import StringIO

from django.utils.html import format_html
from django.utils.safestring import SafeString
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # Modules of white around it, without which a camera may not see it.


def matrix(text: str) -> list[list[bool]]:
    """The modules of the code of `text` with its quiet zone, row by row; true is dark.

    It can be read with 15 % of it soiled (error correction M).
    """
    code = QRCode(border=QUIET, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    rows: list[list[bool]] = code.get_matrix()
    return rows


def drawing(text: str, *, label: object, css_class: str) -> SafeString:
    """The code of `text` as an SVG; `label` is its text alternative."""
    rows = matrix(text)
    path = StringIO()
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            path.write(f"M{x} {y}h1v1h-1z" if dark else "")
    return format_html(
        '<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} {}">'
        '<path fill="#fff" d="M0 0h{}v{}H0z"/><path fill="#000" d="{}"/></svg>',
        css_class,
        label,
        *(len(rows) for _side in range(4)),
        path.getvalue(),
    )
