"""The latest news, for the home page: {% load news %}."""

from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Site

from pages.news.elsewhere import Item, from_other_services, national_at
from pages.news.listing import latest

register = template.Library()


@register.simple_tag
def latest_news(site: Site | None) -> dict[str, Any]:
    """The three newest items in the reader's language, and the index they stand in."""
    return latest(site, (get_language() or "")[:2]) if site else {}


@register.simple_tag
def national_news(site: Site | None) -> list[Item]:
    """The hub's newest that reach the site; none where it wants none."""
    return national_at(site, (get_language() or "")[:2]) if site else []


@register.simple_tag
def news_of_others(site: Site | None) -> list[Item]:
    """What the hub accepted of other services; none where the site wants none."""
    return from_other_services(site, (get_language() or "")[:2]) if site else []


@register.filter
def other_language(language: str) -> str:
    """“in English” or “in Welsh” where the reader reads the other; else empty."""
    if (get_language() or "en").startswith(language):
        return ""
    return _("in English") if language == "en" else _("in Welsh")
