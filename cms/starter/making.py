"""What `load_pages` is asked to do: make pages of files, or only tell of the files.

Plugins call `load_pages` and need not know. While `heard` listens it makes nothing;
within `making_from` it makes pages of the national texts, where there is one.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from cms.models import NationalText, PluginPage
from cms.starter.files import PageFile

Columns = Callable[[PageFile, dict[str, Any]], dict[str, Any]]
Texts = Mapping[str, NationalText]


@dataclass(frozen=True)
class Source:
    """A page file, and how its plugin makes a page of it."""

    plugin: str
    file: PageFile
    model: type[PluginPage]
    columns: Columns

    @property
    def nation(self) -> str:
        """The nation whose services get the page; empty for both."""
        return str(self.file.facts.get("nation") or "")


class Ear:
    """Hears the files that one plugin would load."""

    def __init__(self, plugin: str) -> None:
        self.plugin = plugin
        self.sources: list[Source] = []

    def hear(
        self, files: list[PageFile], model: type[PluginPage], columns: Columns
    ) -> None:
        """Note them down."""
        self.sources += [Source(self.plugin, file, model, columns) for file in files]


_ear: ContextVar[Ear | None] = ContextVar("ear", default=None)
_texts: ContextVar[Texts | None] = ContextVar("texts", default=None)


@contextmanager
def heard(plugin: str) -> Iterator[Ear]:
    """Let `load_pages` tell what it was asked to load, and make nothing."""
    ear = Ear(plugin)
    token = _ear.set(ear)
    try:
        yield ear
    finally:
        _ear.reset(token)


@contextmanager
def making_from(texts: Texts) -> Iterator[None]:
    """Let `load_pages` make pages of the national texts instead of the files'."""
    token = _texts.set(texts)
    try:
        yield
    finally:
        _texts.reset(token)


def listener() -> Ear | None:
    """Who listens now."""
    return _ear.get()


def texts_in_use() -> Texts | None:
    """The texts of which pages are made now; None where files are as they are."""
    return _texts.get()
