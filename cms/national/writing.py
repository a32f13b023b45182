"""A service's pages of one national text, and what its newest version would write."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from wagtail.models import Page, Site

from cms.activation import SERVICE_ROOT_PATH, is_on_where
from cms.models import NationalText, PluginPage, StarterKey
from cms.starter import Loader, Source, is_as_made, newest_for, sources


class NotHere(LookupError):
    """The service has no page of this text that could be written now."""


@dataclass(frozen=True)
class Writing:
    """How the service's pages come by the words of a version."""

    site: Site
    text: NationalText
    source: Source
    pages: list[tuple[PluginPage, StarterKey]]

    @cached_property
    def loader(self) -> Loader:
        """Knows the service's facts, and its pages by key."""
        return Loader(self.site)

    def values(self, page: PluginPage, text: NationalText | None = None) -> Any:
        """What a version (the newest) says of the page's fields, as files have it."""
        file = replace(self.source.file, texts=(text or self.text).texts)
        return self.loader.values(file, page.locale.language_code, self.source.columns)

    def is_written(self, page: PluginPage, row: StarterKey) -> bool:
        """Whether the page has every word of the newest version."""
        return row.text_id == self.text.pk and is_as_made(page, row)


def writing_at(site: Site, key: str) -> Writing:
    """NotHere where there is no such text or page, or its feature is off."""
    text = newest_for(site).get(key)
    source = source_of(site, text) if text else None
    if text is None or source is None:
        raise NotHere(key)
    rows = rows_at(site).filter(key=key, text__nation=text.nation)
    pages = [(_as_edited(row.page), row) for row in rows]
    if not pages or not all(_is_on(page) for page, _row in pages):
        raise NotHere(key)
    return Writing(site, text, source, pages)


def rows_at(site: Site) -> Any:
    """The service's pages that were made from national texts, Welsh and English."""
    rows = StarterKey.objects.filter(
        text__isnull=False,
        page__path__startswith=site.root_page.path[:SERVICE_ROOT_PATH],
    )
    related = ("text", "page__locale", "page__content_type")
    return rows.select_related(*related).order_by("page__path")


def source_of(site: Site, text: NationalText) -> Source | None:
    """The file that makes pages of the text; None where its plugin is gone."""
    same = (text.key, text.nation)
    found = (s for s in sources(site) if (s.file.key, s.nation) == same)
    return next(found, None)


def _is_on(page: Page) -> bool:
    if not isinstance(page, PluginPage):
        return False  # Its package is gone.
    label = page.plugin_label()
    return label is None or is_on_where(page, label)


def _as_edited(page: Page) -> Any:
    """The page as the public has it; as its draft has it where nobody sees it yet."""
    return page.specific if page.live else page.get_latest_revision_as_object()
