"""The content files of the repository, read for the tests, and their texts."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "pages"
STARTER = PAGES / "standard_pages" / "starter"
DEMO = PAGES / "standard_pages" / "demo"
SITES = ("gwynedd", "devon", "hub")
LANGUAGES = ("en", "cy")
MADE_BY_CODE = {"apply", "ask", "ask-myself", "ask-as-carer", "news"}
LINK = re.compile(r"page:([\w-]+)")
TAG = re.compile(r"<[^>]+>")


def lines_of(text: str) -> list[str]:
    """The paragraphs, headings and items of a text, each plain, names filled in."""
    parts = re.sub(r"</(?:p|li|h\d)>", "\n", re.sub(r"{\w+}", "Cyngor Gwynedd", text))
    return unescape(TAG.sub("", parts)).splitlines()


@dataclass(frozen=True)
class ContentFile:
    """One page or news item: where it stands and what it says."""

    path: Path
    data: dict[str, Any]

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))

    @property
    def key(self) -> str:
        return str(self.data["key"])

    @property
    def group(self) -> str:
        """The site it is for, or "starter"."""
        return self.path.parent.name

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(code for code in LANGUAGES if code in self.data)

    def blocks(self, language: str) -> list[dict[str, Any]]:
        texts = self.data[language]
        found: list[dict[str, Any]] = texts.get("body", texts.get("sections", []))
        return found

    def strings(self, language: str) -> Iterator[str]:
        yield from _strings(self.data[language])

    def words(self, language: str) -> str:
        """Everything a reader reads, without markup, addresses and slugs."""
        texts = {k: v for k, v in self.data[language].items() if k != "slug"}
        return unescape(" ".join(TAG.sub(" ", text) for text in _read(texts)))

    def texts_of_ours(self, language: str) -> Iterator[str]:
        """The same piece by piece, without quotations: they stand as they were said."""
        texts = {k: v for k, v in self.data[language].items() if k != "slug"}
        for name in ("body", "sections"):
            blocks = texts.get(name, [])
            texts[name] = [b for b in blocks if b.get("type") != "quote"]
        yield from _read(texts)

    def links(self, language: str) -> set[str]:
        return {key for text in self.strings(language) for key in LINK.findall(text)}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _read(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        skipped = {"type", "link", "source_url", "name"}
        value = [part for name, part in value.items() if name not in skipped]
    if isinstance(value, list):
        for part in value:
            yield from _read(part)
    elif isinstance(value, str):
        yield value


def _files(folder: Path) -> list[ContentFile]:
    paths = sorted(folder.rglob("*.toml"))
    return [ContentFile(path, tomllib.loads(path.read_text())) for path in paths]


STARTER_PAGES = _files(STARTER)
DEMO_PAGES = _files(DEMO)
NEWS = _files(PAGES / "news" / "demo") + _files(PAGES / "hub_news" / "demo")
EVERY_FILE = STARTER_PAGES + DEMO_PAGES + NEWS
EVERY_TEXT = [(file, code) for file in EVERY_FILE for code in file.languages]
EVERY_PAIR = [file for file in EVERY_FILE if len(file.languages) == 2]


def keys_of(group: str) -> set[str]:
    """The keys a page of this group may link to."""
    own = {f.key for f in STARTER_PAGES + DEMO_PAGES if f.group == group}
    started = {f.key for f in STARTER_PAGES} if group != "hub" else set()
    return own | started | (MADE_BY_CODE if group != "hub" else {"news"})
