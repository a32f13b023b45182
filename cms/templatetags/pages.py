"""Tags for templates of pages: {% load pages %}."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from cms.links import page_ids, resolve, resolved
from cms.live_facts import put_in
from cms.surroundings import HOME_DEPTH, around

register = template.Library()


@register.simple_tag(takes_context=True)
def page_body(context: Context, stream: StreamValue) -> SafeString | str:
    """The blocks of a page: links looked up together, {facts} as they stand now."""
    request = context.get("request")
    if request is None:
        return str(stream)
    ids = page_ids([block["value"] for block in stream.raw_data])
    with resolved(resolve(request, ids)):
        html = stream.render_as_block(context.flatten())
    site = Site.find_for_request(request)
    return put_in(html, site, (get_language() or "en")[:2])


@register.simple_tag(takes_context=True)
def breadcrumbs_of(context: Context, page: Page) -> list[dict[str, Any]]:
    """The visible pages above `page`, the home first, and the page itself.

    Each page passes the same gates as everywhere: what is hidden is not named here.
    """
    request = context.get("request")
    if request is None:
        return []
    above = around(request, page).above
    crumbs = [
        {
            "text": gettext("Home") if p.depth == HOME_DEPTH else p.title,
            "href": p.get_url(request),
        }
        for p in above
    ]
    return [*crumbs, {"text": page.title}] if crumbs else []
