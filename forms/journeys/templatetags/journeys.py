"""What the screens of journeys need beyond the theme's tags: {% load journeys %}."""

from django import template
from django.utils.translation import ngettext, npgettext

register = template.Library()


@register.simple_tag
def time_needed(minutes: int, *, young: bool = False) -> str:
    """How long the form takes, and that it can be left and taken up again."""
    if young:
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
