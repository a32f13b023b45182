"""Teach the browser's slug script of Wagtail the accented letters of Welsh."""

import re
from typing import Any

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput

_ACCENTED = {
    "a": "àáâäÀÁÂÄ",
    "e": "èéêëÈÉÊË",
    "i": "ìíîïÌÍÎÏ",
    "o": "òóôöÒÓÔÖ",
    "u": "ùúûüÙÚÛÜ",
    "w": "ẁẃŵẅẀẂŴẄ",
    "y": "ỳýŷÿỲÝŶŸ",
}
FORMATTERS: list[tuple[Any, str]] = [
    (re.compile(f"[{accented}]"), base) for base, accented in _ACCENTED.items()
]
# Text pasted from some systems carries the mark as a sign of its own.
FORMATTERS.append((re.compile("[\u0300-\u036f]"), ""))


class WelshSlugInput(SlugInput):
    """Wagtail's slug box, in whose script ŵ becomes w instead of vanishing."""

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(attrs, **{"formatters": FORMATTERS, **kwargs})


def register() -> None:
    """Use it for the slug of every page."""
    register_form_field_override(models.SlugField, override={"widget": WelshSlugInput})
