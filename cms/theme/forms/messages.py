"""The words of errors and counters, so that no field falls back on Django's own."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

# A number of each plural category of CLDR, in the languages we speak.
_CATEGORIES = {
    "en": {"one": 1, "other": 10},
    "cy": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 10},
}

TYPED = {
    "required": gettext_lazy("Answer this question"),
    "max_length": gettext_lazy(
        "Use %(limit_value)d characters or fewer. You have used %(show_value)d."
    ),
    "null_characters_not_allowed": gettext_lazy(
        "Your answer has a character that we cannot store. Type it again."
    ),
}
CHOSEN = {
    "required": gettext_lazy("Choose an answer"),
    "invalid_choice": gettext_lazy("Choose one of the answers on this page"),
    "invalid_list": gettext_lazy("Choose from the answers on this page"),
    "exclusive": gettext_lazy("Choose “%(alone)s” alone, or the other answers"),
}


def character_count() -> dict[str, Any]:
    """What the counter under a text box says, for each plural its script may need."""
    left, over = {}, {}
    for category, number in _categories().items():
        left[category] = ngettext(
            "You have %(count)s character remaining",
            "You have %(count)s characters remaining",
            number,
        ) % {"count": "%{count}"}
        over[category] = ngettext(
            "You have %(count)s character too many",
            "You have %(count)s characters too many",
            number,
        ) % {"count": "%{count}"}
    return {
        "textarea_description_text": _("You can enter up to %(count)s characters")
        % {"count": "%{count}"},
        "characters_under_limit_text": left,
        "characters_at_limit_text": _("You have 0 characters remaining"),
        "characters_over_limit_text": over,
    }


def _categories() -> dict[str, int]:
    return _CATEGORIES.get((get_language() or "en")[:2], _CATEGORIES["en"])
