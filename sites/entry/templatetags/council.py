"""The button of a council's own sign-in, where there is one."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Site

from sites.entry.sso.provider import row_at

register = template.Library()


@register.inclusion_tag("entry/council_button.html", takes_context=True)
def council_sign_in(context: template.Context, classes: str = "") -> dict[str, Any]:
    """The button at the host's own site; nothing where no council's sign-in is on."""
    request = context["request"]
    row = row_at(Site.find_for_request(request))
    if row is None:
        return {}
    name = row.name_in((get_language() or "en")[:2])
    return {
        "council": {"name": name, "is_only_way": row.is_only_way},
        "next": request.GET.get("next", ""),
        "csrf_token": context.get("csrf_token"),
        "classes": classes,
    }
