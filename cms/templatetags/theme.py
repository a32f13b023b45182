"""Tags for `cms/base.html`: {% load theme %}."""

import re
import zlib
from collections.abc import Iterable
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

from cms.activation import active_plugins, is_on
from cms.language.links import (
    LanguageLink,
    default_address,
    hreflang_links,
    language_links,
)
from cms.links import are_resolved, known_link
from cms.models import PluginPage

register = template.Library()

_NUMBER = re.compile(r"\+?[\d\s()]{6,}")


@register.simple_tag(takes_context=True)
def switcher(context: Context) -> list[LanguageLink]:
    """A link for each language: the view's own `language_links`, or worked out."""
    given = context.get("language_links")
    if given is not None:
        return list(given)
    request = context.get("request")
    page = context.get("page")
    if request is None:
        return []
    return language_links(request, page if isinstance(page, Page) else None)


@register.filter
def as_language_items(links: list[LanguageLink]) -> list[dict[str, Any]]:
    """Links as the language-navigation component takes them."""
    return [
        {
            "text": link.name,
            "lang": link.language,
            "href": link.url,
            "current": link.is_current,
            "is_elsewhere": not link.available,
        }
        for link in links
    ]


@register.inclusion_tag("cms/components/page_addresses.html", takes_context=True)
def page_addresses(context: Context, links: list[LanguageLink]) -> dict[str, Any]:
    """Where this page is read, whatever it was asked by, and its real pairs.

    Of a query only the number of a further page of a list is kept. Such a page has no
    pair: the other language's list holds other items. A list that was narrowed down
    (`is_narrowed`) is a view of the whole one, to which search engines are sent.
    """
    own = next((link.address for link in links if link.is_current), "")
    number = getattr(context.get("listing"), "number", 1)
    if context.get("is_narrowed"):
        number = 1
    pairs = hreflang_links(links) if number == 1 else []
    return {
        "canonical": f"{own}?page={number}" if own and number > 1 else own,
        "pairs": pairs,
        "default": default_address(context["request"], pairs) if pairs else "",
    }


@register.filter
def tel(number: str) -> str:
    """A telephone number as the address of a call."""
    written = str(number)
    dialled = written.replace("(0)", "") if written.startswith("+") else written
    digits = "".join(c for c in dialled if c.isdigit() or c == "+")
    return f"tel:{digits}"


@register.simple_tag
def phone_link(number: str) -> SafeString:
    """A number that rings when pressed; other words, such as a name, stay words."""
    if not _NUMBER.fullmatch(number):
        return format_html("{}", number)
    link = '<a class="govuk-link" href="{}">{}</a>'
    return format_html(link, tel(number), number)


@register.simple_tag(takes_context=True)
def shown_url(context: Context, page: Page | None) -> str:
    """The address of a page that may be linked to; empty for one that is hidden."""
    request = context.get("request")
    if page is not None and are_resolved():
        link = known_link(page.pk)
        return link.url if link else ""
    if page is None or not page.live or not _belongs_to_an_active_plugin(page, request):
        return ""
    return page.get_url(request) or ""


@register.simple_tag
def link_note(page: Page | None) -> str:
    """What is to be said beside a link to `page`: that a form is paused, say."""
    link = known_link(page.pk if page else None)
    return link.note if link else ""


@register.simple_tag(takes_context=True)
def page_cards(context: Context, blocks: Iterable[Any]) -> list[dict[str, Any]]:
    """Card blocks as the cards component takes them; a hidden page gives no card."""
    cards = [(block, shown_url(context, block["link"])) for block in blocks]
    return [
        {
            "heading": block["heading"],
            "text": block["text"],
            "href": href,
            "tag": link_note(block["link"]),
        }
        for block, href in cards
        if href or block["link"] is None
    ]


@register.simple_tag
def questions(blocks: Iterable[Any]) -> list[dict[str, Any]]:
    """Question blocks as the accordion takes them."""
    return [
        {
            "heading": {"text": block["question"]},
            "content": {"html": format_html('<div class="iv-prose">{}</div>', html)},
        }
        for block in blocks
        for html in [block["html"]]
    ]


@register.filter
def faq_id(blocks: Iterable[Any]) -> str:
    """An id that stays while the questions do, for links and for what was opened."""
    asked = "\n".join(block["question"] for block in blocks)
    return f"faq-{zlib.crc32(asked.encode()):08x}"


@register.simple_tag(takes_context=True)
def plugin_slot(context: Context, name: str) -> SafeString:
    """What the plugins that are on at this site put into the slot `name`."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    plugins = active_plugins(site) if site else []
    templates = [plugin.slots[name] for plugin in plugins if name in plugin.slots]
    filled = context.flatten() | {"site": site}
    drawn = ((render_to_string(template, filled, request),) for template in templates)
    return format_html_join("\n", "{}", drawn)


def _belongs_to_an_active_plugin(page: Page, request: HttpRequest | None) -> bool:
    kind = page.specific_class
    label = kind.plugin_label() if kind and issubclass(kind, PluginPage) else None
    site = Site.find_for_request(request) if request else None
    return label is None or is_on(site, label)
