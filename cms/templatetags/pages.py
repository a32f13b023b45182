"""Tags for templates of pages: {% load pages %}."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from cms.links import page_ids, resolve, resolved
from cms.listing import Listing
from cms.visibility import visible_pages

register = template.Library()

HOME_DEPTH = 3


@register.simple_tag(takes_context=True)
def page_body(context: Context, stream: StreamValue) -> SafeString | str:
    """The blocks of a page, all their links looked up together."""
    request = context.get("request")
    if request is None:
        return str(stream)
    ids = page_ids([block["value"] for block in stream.raw_data])
    with resolved(resolve(request, ids)):
        return SafeString(stream.render_as_block(context.flatten()))


@register.simple_tag(takes_context=True)
def breadcrumbs_of(context: Context, page: Page) -> list[dict[str, Any]]:
    """The visible pages above `page`, the home first, and the page itself; one query.

    Each page passes the same gates as everywhere: what is hidden is not named here.
    """
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None or page.depth <= HOME_DEPTH:
        return []
    steplen = page.steplen
    above = [page.path[: depth * steplen] for depth in range(HOME_DEPTH, page.depth)]
    language = page.locale.language_code
    pages = visible_pages(site, language).filter(path__in=above).order_by("path")
    crumbs = [
        {
            "text": gettext("Home") if p.depth == HOME_DEPTH else p.title,
            "href": p.get_url(request),
        }
        for p in pages
    ]
    return [*crumbs, {"text": page.title}]


@register.filter
def needs_pages(listing: Listing) -> bool:
    """Whether the list is longer than one page shows."""
    return bool(listing.pages)
