"""Tags for templates of pages: {% load pages %}."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from cms.links import page_ids, resolve
from cms.live_facts import put_in
from cms.looked_up import LookedUp, Picture, drawing_from, looked_up
from cms.pictures import picture_ids, pictures_of
from cms.surroundings import HOME_DEPTH, around

register = template.Library()


@register.simple_tag(takes_context=True)
def page_body(context: Context, stream: StreamValue) -> SafeString | str:
    """The blocks of a page: what they point to is looked up together, {facts} are as
    they stand now.
    """
    request = context.get("request")
    if request is None:
        return str(stream)
    block, raw = stream.stream_block, stream.raw_data
    links = resolve(request, page_ids(block, raw))
    # An editor looks at pictures before they are published.
    is_preview = getattr(request, "is_preview", False)
    pictures = pictures_of(picture_ids(block, raw), make=is_preview)
    with drawing_from(LookedUp(links, pictures)):
        html = stream.render_as_block(context.flatten())
    site = Site.find_for_request(request)
    return put_in(html, site, (get_language() or "en")[:2])


@register.simple_tag
def picture_of(image: Any) -> Picture | None:
    """A picture as it is shown; None where nothing was made of it."""
    if image is None:
        return None
    found = looked_up()
    pictures = found.pictures if found else pictures_of([image.pk])
    return pictures.get(image.pk)


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
