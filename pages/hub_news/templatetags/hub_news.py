"""News for the hub's home page, and names of languages: {% load hub_news %}."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Site

from pages.hub_news.listing import Item, latest

register = template.Library()


@register.simple_tag
def latest_items(site: Site | None) -> list[Item]:
    """The first few items, in the reader's language where there is one."""
    return latest(site, (get_language() or "en")[:2]) if site else []


@register.filter
def other_language(language: str) -> str:
    """“in English” or “in Welsh” where the reader reads the other; else empty."""
    if (get_language() or "en").startswith(language):
        return ""
    return _("in English") if language == "en" else _("in Welsh")
