"""Words: all of a plugin's stand in Welsh, and a Welsh page shows no English one."""

from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polib
import pytest
from django.test import Client
from django.utils.translation import gettext as translated
from django.utils.translation import override, pgettext, trans_real
from wagtail.models import Site

from cms.language import catalogue
from cms.plugins import Plugin
from cms.testing.contract.asking import for_plugins_with
from cms.testing.contract.having import addresses, page_types
from cms.testing.filling import make_page

At = Callable[..., Client]
SHOWN = {"alt", "aria-label", "content", "placeholder", "title", "value"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
needs_gettext = pytest.mark.skipif(
    not catalogue.can_extract(), reason="gettext is not installed: it finds the words"
)


@needs_gettext
def test_every_word_of_it_has_its_welsh(plugin: Plugin) -> None:
    # Private API of Django 5.2: gettext() cannot tell "the same" from "not there".
    in_effect: Any = trans_real.translation("cy")._catalog  # type: ignore[attr-defined]  # not in the stubs

    assert [key for key in _keys(plugin) if not in_effect.get(key)] == []


@needs_gettext
def test_its_own_catalogue_is_whole_and_up_to_date(plugin: Plugin) -> None:
    path = catalogue.of_package(Path(plugin.path))
    if not path.exists():  # One catalogue may serve the plugins of one distribution.
        assert words_of(plugin.path)
        return
    own = polib.pofile(str(path))

    assert list(catalogue.problems(own)) == []
    assert sorted(catalogue.differences(own, words_of(plugin.path))) == []


@needs_gettext
@for_plugins_with("page_types")
def test_its_pages_show_no_english_to_a_welsh_reader(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    client = client_at(site)
    english = _english(plugin)

    for model in page_types(plugin):
        page = make_page(model, site, "cy")
        shown = texts_of(client.get(page.get_url_parts()[2]).content.decode())
        assert shown & english == set()


@needs_gettext
@for_plugins_with("urls")
def test_its_addresses_show_no_english_to_a_welsh_reader(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    client = client_at(site)
    english = _english(plugin)

    for address, needs_argument in addresses(plugin, "cy"):
        if not needs_argument:
            answer = client.get(address)
            assert texts_of(answer.content.decode()) & english == set()
            assert answer.headers["Content-Language"] == "cy"


@cache
def words_of(package: str) -> polib.POFile:
    """Every string of a package that can be translated."""
    folder = Path(package)
    return catalogue.extract(root=folder.parent, sources=[folder.name])


def _keys(plugin: Plugin) -> Iterator[str | tuple[str, int]]:
    for entry in words_of(plugin.path):
        context = f"{entry.msgctxt}\x04" if entry.msgctxt else ""
        key = f"{context}{entry.msgid}"
        yield (key, 0) if entry.msgid_plural else key


def _english(plugin: Plugin) -> set[str]:
    """Its English texts that read otherwise in Welsh."""
    with override("cy"):
        return {
            entry.msgid
            for entry in words_of(plugin.path)
            if not entry.msgid_plural and _welsh(entry) != entry.msgid
        }


def _welsh(entry: polib.POEntry) -> str:
    if entry.msgctxt:
        return pgettext(entry.msgctxt, entry.msgid)
    return translated(entry.msgid)


def texts_of(html: str) -> set[str]:
    """Every text of a page that somebody reads or hears, unless marked as English."""
    reader = _Reader()
    reader.feed(html)
    return {text.strip() for text in reader.texts if text.strip()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open_tags: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or self._language
        if language != "en":
            self.texts += [value for name, value in attrs if name in SHOWN and value]
        if tag not in VOID:
            self.open_tags.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open_tags and self.open_tags.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._language != "en":
            self.texts.append(data)

    @property
    def _language(self) -> str:
        return self.open_tags[-1][1] if self.open_tags else ""
