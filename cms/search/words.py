"""Words as the search compares them, in its index and in what somebody typed.

Folded: ŵ is w, capitals are small, a curly apostrophe is a straight one. Each indexed
word becomes tokens of a few ASCII letters and digits, so that both databases cut them
alike: what it marks (a word of the title, any word, a radical form), its language, the
word, and an end that no word goes on with. "wcgwynedd" is thus how any Welsh word with
"gwynedd" begins, "wcgwyneddq0" the word itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cms.language.slugs import without_accents
from cms.search.mutations import forms, is_welsh_alone, radicals

LONGEST_QUERY = 200
MOST_WORDS = 12
SHORTEST_BEGINNING = 3
"""Letters from which on a word finds those that begin with it."""

_END = "q0"
_LONGEST_WORD = 40
_APOSTROPHES = re.compile("[‘’ʼ＇`´]")
_DASHES = re.compile("[‐‑]")
_RUN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
# They stand on every page: left out of a question that has other words.
_COMMON = {
    *("a", "am", "an", "and", "are", "at", "be", "can", "do", "does", "for", "from"),
    *("how", "i", "in", "is", "it", "my", "of", "on", "or", "the", "to", "we", "what"),
    *("when", "where", "who", "with", "you", "your"),
    *("ac", "ar", "beth", "ble", "chi", "dw", "ei", "eich", "fi", "fy", "gan", "gyda"),
    *("mae", "na", "neu", "o", "pryd", "pwy", "rwy", "rydw", "sut", "ti", "wrth"),
    *("y", "yn", "yng", "ym", "yr", "yw"),
}


class Mark(StrEnum):
    """What a token marks."""

    TITLE = "t"
    ANY = "w"
    TITLE_RADICAL = "s"
    RADICAL = "r"


def fold(text: str) -> str:
    """Small letters without accents, apostrophes and hyphens of one kind."""
    plain = _DASHES.sub("-", _APOSTROPHES.sub("'", text))
    return without_accents(plain).lower()


@lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[str]:
    """Every word to be found: the parts of "Pen-y-bont", and "penybont" too."""
    found: set[str] = set()
    for run in _RUN.findall(fold(text)):
        parts = _PART.findall(run)
        found.update(parts)
        if len(parts) > 1:
            found.add("".join(parts))
    return frozenset(map(_ascii, found))


@dataclass(frozen=True)
class Query:
    """What somebody looks for: its words in their order, or why there are none."""

    text: str
    words: tuple[str, ...] = ()
    is_too_long: bool = False

    @property
    def can_be_asked(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words) and not self.is_too_long


def read(typed: str) -> Query:
    """What was typed, understood; signs that are no words are left out."""
    text = " ".join("".join(c if c.isprintable() else " " for c in typed).split())
    if len(text) > LONGEST_QUERY:
        return Query(text[:LONGEST_QUERY], is_too_long=True)
    parts = [_ascii(part) for part in _PART.findall(fold(text))]
    telling = [part for part in parts if part not in _COMMON and _says_something(part)]
    words = tuple(dict.fromkeys(telling or parts))
    return Query(text, words[:MOST_WORDS], is_too_long=len(words) > MOST_WORDS)


def _says_something(part: str) -> bool:
    """Not the "s" of "children's", nor the "r" of "i'r"."""
    return len(part) > 1 or part.isdigit()


def index_tokens(title: str, texts: Iterable[str], language: str) -> str:
    """The tokens of a page, for its entry in the index."""
    titled = words_of(title)
    others = titled.union(*map(words_of, texts))
    return " ".join(
        [
            *_marked(Mark.TITLE, titled, language),
            *_marked(Mark.ANY, others, language),
            *_marked(Mark.TITLE_RADICAL, _all_radicals(titled, language), language),
            *_marked(Mark.RADICAL, _all_radicals(others, language), language),
        ]
    )


def title_forms(title: str, language: str) -> str:
    """Every mutated form of a Welsh title's words, for the editor's own search."""
    if language != "cy":
        return ""
    return " ".join(sorted({form for word in words_of(title) for form in forms(word)}))


def exact(mark: Mark, language: str, word: str) -> str:
    """The token of this very word."""
    return f"{mark}{language[0]}{word}{_END}"


def beginning(mark: Mark, language: str, word: str) -> str:
    """How the tokens of words that begin so begin; of a short word, itself alone."""
    whole = exact(mark, language, word)
    return whole.removesuffix(_END) if len(word) >= SHORTEST_BEGINNING else whole


def asked_forms(word: str, language: str) -> list[str]:
    """The radical forms to look for: all in Welsh, in English the unmistakable."""
    if language == "cy" or is_welsh_alone(word):
        return sorted(radicals(word))
    return [word]


def agrees(found: str, wanted: str, language: str) -> bool:
    """Whether a word of a text is one that is looked for, as the index tells it."""
    asked = asked_forms(wanted, language)
    known = radicals(found) if language == "cy" else {found}
    if len(wanted) < SHORTEST_BEGINNING:
        return not known.isdisjoint(asked)
    return any(one.startswith(tuple(asked)) for one in known)


def _all_radicals(words: Iterable[str], language: str) -> set[str]:
    """In English nothing mutates: its words are their own radicals, indexed once."""
    if language != "cy":
        return set()
    return {radical for word in words for radical in radicals(word)}


def _marked(mark: Mark, words: Iterable[str], language: str) -> Iterator[str]:
    return (exact(mark, language, word) for word in sorted(words))


def _ascii(word: str) -> str:
    """Other scripts as the numbers of their letters: both databases keep those."""
    return "".join(c if c.isascii() else f"{ord(c):x}" for c in word)[:_LONGEST_WORD]
