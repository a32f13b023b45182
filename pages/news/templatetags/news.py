"""The latest news, for the home page: {% load news %}."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Site

from pages.news.listing import latest

register = template.Library()


@register.simple_tag
def latest_news(site: Site | None) -> dict[str, Any]:
    """The three newest items in the reader's language, and the index they stand in."""
    return latest(site, (get_language() or "")[:2]) if site else {}
