"""Write docs/admin-in-welsh.md: what of our libraries has Welsh, and what has none.

`python -m tools.welsh_of_libraries`; a test compares both.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
import polib

from cms.language.catalogue import OVERLAY, Key, key_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "admin-in-welsh.md"
START, END = "<!-- catalogues -->", "<!-- end of catalogues -->"


@dataclass(frozen=True)
class Catalogue:
    """One catalogue of an installed library: its strings, and who gives their Welsh."""

    name: str
    asked: frozenset[Key]
    stock: frozenset[Key]
    ours: frozenset[Key]

    @property
    def without(self) -> list[str]:
        """What stays English."""
        return sorted(msgid for _, msgid, _ in self.asked - self.stock - self.ours)


def catalogues() -> Iterator[Catalogue]:
    """Those of every installed app that ships English to translate, ours left out."""
    ours = {path.name: _keys(path) for path in OVERLAY.parent.glob("*.po")}
    for name, folder in _folders():
        for path in sorted(folder.glob("en/LC_MESSAGES/*.po")):
            asked = _keys(path)
            welsh = folder / "cy" / "LC_MESSAGES" / path.name
            stock = _keys(welsh, translated=True) if welsh.exists() else frozenset()
            if asked:
                label = name if path.name == "django.po" else f"{name}, in scripts"
                yield Catalogue(label, asked, stock, ours[path.name] & asked)


def _folders() -> Iterator[tuple[str, Path]]:
    from django.apps import apps

    root = Path(django.__file__).parent
    yield "django", root / "conf" / "locale"
    for app in sorted(apps.get_app_configs(), key=lambda app: app.name):
        yield app.name, Path(app.path) / "locale"


def _keys(path: Path, *, translated: bool = False) -> frozenset[Key]:
    entries = polib.pofile(str(path))
    return frozenset(key_of(e) for e in entries if e.translated() or not translated)


def section() -> str:
    """The table of catalogues, and what they leave in English."""
    found = list(catalogues())
    head = ("catalogue", "strings", "its own Welsh", "ours", "without Welsh")
    lines = [head, tuple("---" for _ in head), *(_row(one) for one in found)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return "\n\n".join([table, *(_left(one) for one in found if one.without)])


def _row(one: Catalogue) -> tuple[str, ...]:
    own = len(one.asked & one.stock - one.ours)
    figures = (len(one.asked), own, len(one.ours), len(one.without))
    return (f"`{one.name}`", *map(str, figures))


def _left(one: Catalogue) -> str:
    words = "; ".join(_shown(text) for text in one.without)
    return f"Without Welsh in `{one.name}`: {words}."


def _shown(text: str) -> str:
    flat = " ".join(text.split()).replace("`", "")
    return f"`{flat[:60]}…`" if len(flat) > 60 else f"`{flat}`"


def filled(page: str) -> str:
    """The page with its section as the catalogues are now."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{section()}\n{END}{after}"


def main() -> None:
    """Write the page anew."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
