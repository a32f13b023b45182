"""What the screens of journeys need beyond the theme's tags: {% load journeys %}."""

import re
from typing import Any

from django import template
from django.utils.translation import get_language, ngettext, npgettext

from forms.journeys.questions.content import Said

register = template.Library()


@register.simple_tag
def time_needed(minutes: int, *, young: bool = False, at_once: bool = False) -> str:
    """How long the form takes, and that it can be left and taken up again.

    One that is filled in `at_once` cannot: a form for children keeps nothing.
    """
    if at_once:
        words = npgettext(
            "to a young person",
            "It takes about %(count)d minute.",
            "It takes about %(count)d minutes.",
            minutes,
        )
    elif young:
        words = npgettext(
            "to a young person",
            "It takes about %(count)d minute. You can stop and come back later.",
            "It takes about %(count)d minutes. You can stop and come back later.",
            minutes,
        )
    else:
        words = ngettext(
            "It takes about %(count)d minute. You can stop and come back later.",
            "It takes about %(count)d minutes. You can stop and come back later.",
            minutes,
        )
    return words % {"count": minutes}


@register.inclusion_tag("journeys/own_words.html")
def own_words(said: Said) -> dict[str, Any]:
    """A service's own words; an empty line begins a paragraph."""
    language = "cy" if get_language() == "cy" else "en"
    paragraphs = re.split(r"\n\s*\n", said.spoken(language).replace("\r\n", "\n"))
    return {
        "paragraphs": [text.strip() for text in paragraphs if text.strip()],
        "stray": said.strays(language),
    }


@register.simple_tag
def spoken(said: Said) -> str:
    """Words in the reader's language, else in the other one."""
    return said.spoken("cy" if get_language() == "cy" else "en")
