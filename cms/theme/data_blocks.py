"""Data for other programs in the page: no script, and nothing in it ends the block."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As Django's own `json_script` writes them, which cannot write this type of block."""


def data_block(data: dict[str, Any]) -> SafeString:
    """A block of linked data (JSON-LD), which search engines read.

    In: what json can write. Browsers run no block of this type, so the policy on
    scripts has nothing to forbid.
    """
    written = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(written),  # noqa: S308  (escaped above)
    )
