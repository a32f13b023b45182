"""Slugs: ŵ becomes w and ŷ becomes y, and no letter is ever dropped.

Wagtail makes a slug twice: in the browser while the title is typed, and on the server
when none came. With WAGTAIL_ALLOW_UNICODE_SLUGS off the server is right (Django's
slugify decomposes ŵ), but the browser's script knows no ŵ and drops it: it is taught
by the slug widget's formatters (cms/language/slug_widget.py), Wagtail's own hook.
"""

import unicodedata

from django.utils import text as django_text

# Letters Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
    | {"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "Th"}
)


def without_accents(text: str) -> str:
    """The same text with every accented letter as its base letter."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def slugify(text: str) -> str:
    """The ASCII slug of a title in either language."""
    return django_text.slugify(without_accents(text))
