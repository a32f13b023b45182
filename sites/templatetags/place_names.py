"""Names of authorities in a sentence: {% load place_names %}.

{{ authority|in_place }} is "in Gwynedd" or "yng Ngwynedd". In HTML use the filter
ending in _html: it marks an English name in a Welsh sentence with lang="en".
"""

from collections.abc import Callable
from typing import Any

from django import template
from django.utils.translation import get_language

from sites.models.authority import Authority
from sites.place_names import PlacePhrase, area, council

register = template.Library()

FILTERS = {
    "place_name": (area, ""),
    "in_place": (area, "in"),
    "to_place": (area, "to"),
    "of_place": (area, "of"),
    "and_place": (area, "and"),
    "council_name": (council, ""),
    "in_council": (council, "in"),
    "to_council": (council, "to"),
    "of_council": (council, "of"),
    "and_council": (council, "and"),
}


def _filter(
    kind: Callable[[Authority, str, str], PlacePhrase], form: str, *, html: bool
) -> Callable[[Authority | None], Any]:
    def in_sentence(authority: Authority | None) -> Any:
        if not authority:
            return ""
        language = "cy" if (get_language() or "").startswith("cy") else "en"
        phrase = kind(authority, form, language)
        return phrase.html() if html else str(phrase)

    return in_sentence


for name, (kind, form) in FILTERS.items():
    register.filter(name, _filter(kind, form, html=False))
    register.filter(f"{name}_html", _filter(kind, form, html=True))
