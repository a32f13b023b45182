"""{% own_places %}: where one is in the admin, and one's other places."""

from typing import Any

from django import template

from sites.staff.places import places_of

register = template.Library()


@register.inclusion_tag("staff/places.html", takes_context=True)
def own_places(context: dict[str, Any]) -> dict[str, Any]:
    """The line on every screen of the admin; nothing for whoever has not signed in."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return {}
    return {"places": places_of(request)}
