"""A service's pages beside the national text: what is new, and what is its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Site

from cms.models import NationalText, PluginPage, StarterKey
from cms.national.difference import Part, difference
from cms.national.lines import Field, fields_of, linked_pages
from cms.national.writing import Writing
from cms.starter import facts_of, fill, is_as_made, is_words, words_of


@dataclass(frozen=True)
class Side:
    """One language: what the hub changed, and what the service would lose by taking it.

    `lost` compares the version of which the page was made with the page of now.
    """

    language: str
    page: PluginPage
    row: StarterKey
    changed: list[Part]
    lost: list[Part]
    would_write: list[Part]

    @property
    def is_own(self) -> bool:
        """Whether the service has changed the page's words."""
        return any(part.is_changed for part in self.lost)

    @property
    def is_different(self) -> bool:
        """Whether taking the text would change the page."""
        return any(part.is_changed for part in self.would_write)


def sides_of(writing: Writing) -> list[Side]:
    """Both languages, the one that comes first at the service first."""
    first = writing.site.profile.default_language
    sides = [_side(writing, page, row) for page, row in writing.pages]
    return sorted(sides, key=lambda side: side.language != first)


def _side(writing: Writing, page: PluginPage, row: StarterKey) -> Side:
    edited = page.get_latest_revision_as_object() if page.live else page
    new = _raw(writing, page, writing.text)
    old = _raw(writing, page, row.text) if row.text else new
    mine = words_of(edited, new)
    titles = _titles([new, old, mine])
    fields = [fields_of(type(page), words, titles) for words in (old, new, mine)]
    lost = difference(fields[0], fields[2])
    if row.as_made and is_as_made(edited, row):
        lost = []
    return Side(
        page.locale.language_code,
        page,
        row,
        difference(fields[0], fields[1]),
        lost,
        difference(fields[2], fields[1]),
    )


def _raw(
    writing: Writing, page: PluginPage, text: NationalText | None
) -> dict[str, Any]:
    values = writing.values(page, text)
    words = {name: value for name, value in values.items() if is_words(name, value)}
    return writing.loader.raw(page, words)


def _titles(words: Any) -> dict[str, str]:
    rows = Page.objects.filter(pk__in=linked_pages(words))
    return {str(pk): title for pk, title in rows.values_list("pk", "title")}


def text_fields(
    texts: Mapping[str, Any], model: type[Page], facts: Mapping[str, str]
) -> dict[str, Field]:
    """The words of a text as its file has them, with facts filled in."""
    names = {"title", "summary", *(f.name for f in model._meta.get_fields())}
    words = {name: fill(value, dict(facts)) for name, value in texts.items()}
    kept = {n: v for n, v in words.items() if n in names and is_words(n, v)}
    if "summary" in kept and "summary" not in _names(model):
        kept["search_description"] = kept.pop("summary")
    return fields_of(model, kept, {})


def versions_apart(
    old: NationalText, new: NationalText, model: type[Page], site: Site | None = None
) -> dict[str, list[Part]]:
    """By language, what one version changed in another; for the hub."""
    apart = {}
    for language in ("en", "cy"):
        facts = facts_of(site, language) if site else {}
        before = text_fields(old.texts[language], model, facts)
        after = text_fields(new.texts[language], model, facts)
        apart[language] = difference(before, after)
    return apart


def _names(model: type[Page]) -> set[str]:
    return {field.name for field in model._meta.get_fields()}
