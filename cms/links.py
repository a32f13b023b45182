"""Where links to pages lead: looked up in bulk, and only to what the public may see.

A link leads to the page in the reader's language, else to the other one; what is not
visible gets no link. `resolve` asks the database once for a whole page of links; while
a page is drawn its rich text and its blocks go by the answers (cms.looked_up).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.blocks import PageChooserBlock, RichTextBlock
from wagtail.models import Page, Site
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from cms.blocks.raw import leaves
from cms.looked_up import PageLink, looked_up
from cms.models import PluginPage
from cms.visibility import visible_in_any_language

PAGE_LINK = re.compile(
    r'linktype="page"[^>]*? id="(\d+)"|\bid="(\d+)"[^>]*linktype="page"'
)


Links = dict[int, PageLink]


def page_ids(block: Any, raw: Any) -> Iterator[int]:
    """Every page that a stream's raw value links to: by a chooser, or in its text."""
    for leaf, value in leaves(block, raw):
        if isinstance(leaf, PageChooserBlock) and isinstance(value, int):
            yield value
        elif isinstance(leaf, RichTextBlock) and isinstance(value, str):
            yield from (int(a or b) for a, b in PAGE_LINK.findall(value))


def resolve(request: HttpRequest, ids: Iterable[int]) -> Links:
    """Links to the visible pages among `ids`, in one query; none without ids."""
    wanted = set(ids)
    site = Site.find_for_request(request)
    if not wanted or site is None:
        return {}
    keys = Page.objects.filter(pk__in=wanted).values("translation_key")
    pages = visible_in_any_language(site).filter(translation_key__in=keys)
    found = list(pages.annotate(language=F("locale__language_code")))
    reader = (get_language() or "")[:2]
    by_key: dict[Any, Page] = {}
    for page in found:
        if page.translation_key not in by_key or page.language == reader:
            by_key[page.translation_key] = page
    return {
        page.pk: PageLink(target.get_url(request), target.language, _note(target, site))
        for page in found
        for target in [by_key[page.translation_key]]
    }


def _note(page: Page, site: Site) -> str:
    kind = page.specific_class
    return kind.link_note(site) if kind and issubclass(kind, PluginPage) else ""


def known_link(pk: int | None) -> PageLink | None:
    """The link to a page among those resolved for the page being rendered."""
    found = looked_up()
    return found.links.get(pk or 0) if found else None


def are_resolved() -> bool:
    """Whether the links of what is being rendered were looked up together."""
    return looked_up() is not None


class BulkPageLinkHandler(PageLinkHandler):
    """Rich text's links to pages: from what was resolved, else as Wagtail does it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        if not are_resolved():
            found: list[str] = super().expand_db_attributes_many(attrs_list)
            return found
        return [_opening(attrs.get("id", "")) for attrs in attrs_list]


def _opening(pk: str) -> str:
    link = known_link(int(pk)) if pk.isdigit() else None
    if link is None:
        return "<a>"
    reader = (get_language() or "")[:2]
    if link.language == reader:
        return format_html('<a href="{}">', link.url)
    return format_html('<a href="{}" hreflang="{}">', link.url, link.language)


@hooks.register("register_rich_text_features", order=100)
def look_links_up_in_bulk(features: FeatureRegistry) -> None:
    """Ours replaces Wagtail's handler, which asks the database for each link."""
    features.register_link_type(BulkPageLinkHandler)
