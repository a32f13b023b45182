"""The menu of a site: as its tree has it, or as its editors arranged it.

A room above the host keeps the arrangement and gives it by `register_arrangement`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wagtail.models import Page, Site


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line that editors placed: a page in both its languages, or a link elsewhere.

    `key` is the page's translation key. Where there are no words for a language a page
    has its title there, and a link has no line.
    """

    key: str = ""
    url: str = ""
    en: str = ""
    cy: str = ""
    left_out: bool = False

    def words(self, language: str) -> str:
        """What it is called in `language`; empty where that is the page's title."""
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True)
class Line:
    """What stands in the menu: its words, and its page or where else it leads."""

    text: str
    page: Page | None = None
    url: str = ""


Arrangement = Callable[[Site], Sequence[Entry]]
_arrangements: list[Arrangement] = []


def register_arrangement(arrangement: Arrangement) -> Arrangement:
    """Let `arrangement(site)` place pages in menus: no query; usable as a decorator."""
    _arrangements.append(arrangement)
    return arrangement


def arranged(site: Site) -> list[Entry]:
    """What editors of `site` placed, in its order; nothing where they placed none."""
    return [entry for arrangement in _arrangements for entry in arrangement(site)]


def placed_pages(site: Site) -> set[str]:
    """The keys of the pages that they placed or left out."""
    return {entry.key for entry in arranged(site) if entry.key}


def lines_of(site: Site, language: str, pages: Iterable[Page]) -> list[Line]:
    """The menu in `language`, of the visible `pages` that may stand in it.

    What editors placed comes first; a page that the tree has shown since comes last.
    """
    waiting = {str(page.translation_key): page for page in pages}
    lines = []
    for entry in arranged(site):
        page, words = waiting.pop(entry.key, None), entry.words(language)
        if entry.left_out:
            continue
        if page is not None:
            lines.append(Line(words or page.title, page))
        elif entry.url and words:
            lines.append(Line(words, url=entry.url))
    return [*lines, *(Line(page.title, page) for page in waiting.values())]
