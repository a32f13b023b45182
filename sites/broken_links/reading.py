"""Where the published pages of a site lead, as their editors wrote it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from wagtail.blocks import PageChooserBlock, RichTextBlock, URLBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site

from cms.blocks.raw import leaves
from cms.visibility import published_in_any_language, visible_in_any_language
from sites.broken_links.models import LONGEST_URL

WORDS = 80
MOST_PLACES = 20
Places = list[list[Any]]


@dataclass(frozen=True)
class Led:
    """Where a link leads, and its words."""

    url: str
    words: str = ""


def links_of(
    site: Site, among: Collection[int] | None = None
) -> tuple[dict[str, Places], dict[str, Places]]:
    """Links to other websites, and those of the site's own that lead nowhere.

    Those of every page; where some are named, of those alone.
    """
    found: dict[str, Places] = defaultdict(list)
    pages: Any = published_in_any_language(site).filter(alias_of__isnull=True)
    if among is not None:
        pages = pages.filter(pk__in=among)
    for page in pages.specific().iterator(chunk_size=100):
        for led in links_on(page):
            if len(found[led.url]) < MOST_PLACES:
                found[led.url].append([page.pk, led.words])
    gone = _gone(site, found)
    outside = {url: places for url, places in found.items() if "://" in url}
    return outside, {url: found[url] for url in gone}


def links_on(page: Any) -> Iterator[Led]:
    """Every link of one page, in its order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            for block, raw in leaves(stream.stream_block, stream.raw_data):
                yield from _of_block(block, raw)
        elif isinstance(field, RichTextField):
            yield from _of_text(getattr(page, field.name) or "")


def _of_block(block: Any, raw: Any) -> Iterator[Led]:
    if isinstance(block, RichTextBlock):
        yield from _of_text(str(raw or ""))
    elif isinstance(block, URLBlock):
        yield from _outside(str(raw or ""), "")
    elif isinstance(block, PageChooserBlock) and isinstance(raw, int):
        yield Led(f"page:{raw}")
    elif isinstance(block, DocumentChooserBlock) and isinstance(raw, int):
        yield Led(f"document:{raw}")


def _of_text(html: str) -> Iterator[Led]:
    for link in BeautifulSoup(html, "html.parser").find_all("a") if html else ():
        words = " ".join(link.get_text().split())[:WORDS]
        kind, pk = link.get("linktype"), str(link.get("id") or "")
        if kind in ("page", "document") and pk.isdecimal() and len(pk) < 19:
            yield Led(f"{kind}:{pk}", words)
        else:
            yield from _outside(str(link.get("href") or ""), words)


def _outside(url: str, words: str) -> Iterator[Led]:
    url = url.strip().partition("#")[0]
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if is_web and len(url) <= LONGEST_URL and "\x00" not in url:
        yield Led(url, words)


def _gone(site: Site, urls: Any) -> set[str]:
    """Of the links to pages and documents those that lead to nothing anybody sees."""
    pages, documents = (_numbers(urls, kind) for kind in ("page", "document"))
    known = Page.objects.filter(pk__in=pages)
    keys = dict(known.values_list("pk", "translation_key"))
    visible = set(
        visible_in_any_language(site)
        .filter(translation_key__in=set(keys.values()))
        .values_list("translation_key", flat=True)
    )
    there = set(
        get_document_model()
        .objects.filter(pk__in=documents)
        .values_list("pk", flat=True)
    )
    return {f"page:{pk}" for pk in pages if keys.get(pk) not in visible} | {
        f"document:{pk}" for pk in documents - there
    }


def _numbers(urls: Any, kind: str) -> set[int]:
    own = (url for url in urls if url.startswith(f"{kind}:"))
    return {int(url.partition(":")[2]) for url in own}
