"""Read page files: TOML, one a page, both languages in one file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "cy")


@dataclass(frozen=True)
class PageFile:
    """One page as its file has it: facts of both languages, and the texts of each."""

    key: str
    parent: str
    in_menu: bool
    facts: dict[str, Any]
    texts: dict[str, dict[str, Any]]

    def is_for(self, nation: str) -> bool:
        """Whether a service of this nation gets the page."""
        return self.facts.get("nation") in (None, nation)


def read_folder(folder: Path) -> list[PageFile]:
    """The files of a folder, parents before children, in the order they ask for."""
    files = [_read(path) for path in sorted(folder.glob("*.toml"))]
    by_key = {file.key: file for file in files}
    return sorted(files, key=lambda file: _position(file, by_key))


def _read(path: Path) -> PageFile:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return PageFile(
        key=data.pop("key"),
        parent=data.pop("parent", ""),
        in_menu=data.pop("in_menu", False),
        texts={code: data.pop(code) for code in LANGUAGES if code in data},
        facts=data,
    )


def _position(file: PageFile, by_key: dict[str, PageFile]) -> tuple[int, ...]:
    above = by_key.get(file.parent)
    before = _position(above, by_key) if above and above is not file else ()
    return (*before, file.facts.get("order", 0))
