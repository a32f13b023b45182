"""Spell-check the project's Welsh with a real dictionary; docs/cymraeg.md says how.

Optional: neither make lint nor make test runs it. A dictionary is never kept here. It
reads Hunspell's files, from a folder that is named or from where they are installed,
by the pure Python of spylls; or else asks aspell, where it knows Welsh.
"""

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import polib

ROOT = Path(__file__).resolve().parents[1]
WORDS = Path(__file__).with_name("spelling_cy.txt")
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling")
NAMES = ("cy_GB", "cy")
# What stands after an apostrophe: a’r, i’w, eich’ch; and before one: d’enw.
CLITICS = {"r", "n", "i", "u", "m", "w", "ch", "th", "d", "ma", "na"}

_NOT_WORDS = re.compile(
    r"<[^>]*>|%\(\w+\)\w|%?\{[^}]*\}|\{%.*?%\}|https?://\S+|\S+@\S+|\S+\.(?:example|uk)\S*"
    r"|&\w+;|#\S+|\b[\w-]*\d\w*\b|[\w/-]+/<\w+:\w+>/?|%[sd]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
Known = Callable[[Iterable[str]], set[str]]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dictionary", type=Path, help="a folder with cy_GB.dic")
    known = knower(parser.parse_args(arguments).dictionary)
    reviewed = {word.lower() for word in reviewed_words()}
    places = where_words_stand(texts())
    unknown = {
        word
        for word in unknown_words(set(places), known)
        if word.lower() not in reviewed
    }
    for word in sorted(unknown, key=str.lower):
        print(f"{word}: {places[word]}")
    print(f"{len(places)} words, {len(unknown)} that the dictionary does not know.")
    sys.exit(1 if unknown else 0)


def texts() -> Iterator[tuple[str, str]]:
    """Every Welsh text of the project with the name of its file."""
    for path in sorted(ROOT.glob("locale/**/*.po")):
        for entry in polib.pofile(str(path)):
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                yield f"{path.relative_to(ROOT)}: {entry.msgid[:50]!r}", text
    for floor in ("pages", "forms", "sites", "cms"):
        for path in sorted((ROOT / floor).rglob("*.toml")):
            page = tomllib.loads(path.read_text(encoding="utf-8"))
            for text in _welsh(page, spoken=False):
                yield str(path.relative_to(ROOT)), text


def _welsh(value: Any, *, spoken: bool) -> Iterator[str]:
    """The texts under a key for Welsh, save slugs and keys."""
    if isinstance(value, str):
        if spoken:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _welsh(part, spoken=spoken)
    elif isinstance(value, dict):
        welsh = spoken and value.get("language") != "en"
        for key, part in value.items():
            if key not in {"slug", "type", "link", "key", "icon", "source_url"}:
                here = welsh or key == "cy" or key.endswith("_cy")
                yield from _welsh(part, spoken=here)


def where_words_stand(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each word and the first place where it stands."""
    places: dict[str, str] = {}
    for place, text in found:
        for word in words_of(text):
            places.setdefault(word, place)
    return places


def words_of(text: str) -> list[str]:
    """The words of a text, with the apostrophe that dictionaries write."""
    plain = _NOT_WORDS.sub(" ", text)
    return [word.replace("’", "'") for word in _WORD.findall(plain)]


def unknown_words(words: set[str], known: Known) -> set[str]:
    """The words that are neither known whole nor made of known parts."""
    parts = {word: _parts(word) for word in words}
    asked = words | {part for found in parts.values() for part in found}
    right = known(asked)
    return {
        word
        for word in words
        if word not in right and not right.issuperset(parts[word])
    }


def _parts(word: str) -> set[str]:
    return {p for p in re.split("['-]", word) if p.lower() not in CLITICS} or {word}


def reviewed_words() -> Iterator[str]:
    """Names, terms and borrowed words that a person has read and left as they are."""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        yield from line.partition("#")[0].split()


def knower(folder: Path | None) -> Known:
    """Who knows the words: Hunspell's dictionary, or aspell; exits where neither is."""
    base = _dictionary(folder)
    if base and importlib.util.find_spec("spylls"):
        return _by_hunspell(base)
    if shutil.which("aspell"):
        return _by_aspell
    sys.exit("No Welsh dictionary is installed: docs/cymraeg.md says how to get one.")


def _dictionary(folder: Path | None) -> Path | None:
    folders = [folder] if folder else [Path(name) for name in FOLDERS]
    package = importlib.util.find_spec("cymraeg_mcp")
    for place in (package and package.submodule_search_locations) or ():
        folders.append(Path(place) / "data" / "dictionaries")
    bases = (place / name for place in folders for name in NAMES)
    return next((base for base in bases if base.with_suffix(".dic").exists()), None)


def _by_hunspell(base: Path) -> Known:
    from spylls.hunspell import Dictionary

    dictionary = Dictionary.from_files(str(base))

    def known(words: Iterable[str]) -> set[str]:
        return {
            word
            for word in words
            if dictionary.lookup(word)
            or dictionary.lookup(word.lower())
            or dictionary.lookup(word.capitalize())
        }

    return known


def _by_aspell(words: Iterable[str]) -> set[str]:
    asked = set(words)
    said = subprocess.run(
        ["aspell", "--lang=cy", "--encoding=utf-8", "list"],
        input="\n".join(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    return asked - set(said.stdout.split())


if __name__ == "__main__":
    main()
