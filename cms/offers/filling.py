"""What a row says of its article: read from the published pages of both languages."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wagtail.models import Site

from cms.models import HERO, ArticlePage
from cms.models.offers import LANGUAGES, ArticleRow
from cms.visibility import visible_pages

Articles = dict[str, Any]
"""One article: its page by language."""


def articles_at(
    site: Site, keys: set[UUID] | None, models: Iterable[type[ArticlePage]]
) -> dict[UUID, Articles]:
    """Published articles by key and language, whether or not their plugin is on."""
    found: dict[UUID, Articles] = defaultdict(dict)
    for model in models:
        pages = model.objects.filter(
            path__startswith=site.root_page.path[:8],
            live=True,
            ready_language__isnull=False,
        ).select_related("locale", "image")
        if keys is not None:
            pages = pages.filter(translation_key__in=keys)
        for page in pages.defer("body"):
            found[page.translation_key][page.locale.language_code] = page
    return found


def visible_at(site: Site, keys: set[UUID]) -> set[int]:
    """Those of the articles' pages that the public can read."""
    return {
        pk
        for language in LANGUAGES
        for pk in visible_pages(site, language)
        .filter(translation_key__in=keys)
        .values_list("pk", flat=True)
    }


def last_published(pair: Articles) -> Any:
    """The language published last decides: its editor had the last word."""
    pages = sorted(pair.values(), key=lambda page: page.last_published_at)
    return pages[-1] if pages else None


def make_renditions(pair: Articles) -> None:
    """Make the pictures now: never in a visitor's GET, never inside a transaction."""
    for page in pair.values():
        if page.image:
            page.image.get_rendition(HERO)


def fill(row: ArticleRow, pair: Articles, visible: set[int]) -> None:
    """Write the row's columns from the article's pages."""
    for language in LANGUAGES:
        page = pair.get(language)
        for name, value in _columns(page, visible).items():
            setattr(row, f"{name}_{language}", value)
    if pair:
        first = next(iter(pair.values()))
        row.kind = first._meta.label_lower
        row.topic = last_published(pair).topic
        row.date = min(page.date for page in pair.values())
        row.image = next((_picture(p.image) for p in pair.values() if p.image), "")


def _columns(page: ArticlePage | None, visible: set[int]) -> dict[str, Any]:
    if page is None or page.pk not in visible:
        # Nothing of a page that cannot be read stays behind in a row others read.
        empty = dict.fromkeys(("title", "summary", "image_alt", "url"), "")
        return {
            **empty,
            "page": page and page.page_ptr,
            "ready": False,
            "updated": None,
        }
    return {
        "page": page.page_ptr,
        "ready": True,
        "title": page.title,
        "summary": page.summary,
        "image_alt": page.image_alt,
        "url": page.full_url,
        "updated": page.last_published_at,
    }


def _picture(image: Any) -> str:
    return str(image.get_rendition(HERO).url)
