"""The latest news, for the home page: {% load news %}."""

from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Site

from pages.news.listing import latest

register = template.Library()


@register.simple_tag
def latest_news(site: Site | None) -> dict[str, Any]:
    """The three newest items in the reader's language, and the index they stand in."""
    return latest(site, (get_language() or "")[:2]) if site else {}


@register.filter
def other_language(language: str) -> str:
    """“in English” or “in Welsh” where the reader reads the other; else empty."""
    if (get_language() or "en").startswith(language):
        return ""
    return _("in English") if language == "en" else _("in Welsh")
