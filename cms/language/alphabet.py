"""The Welsh alphabet: 29 letters, eight of them written with two signs.

Ll is one letter: Llandudno stands under Ll, and `lôn` comes before `llan`. Lists are
sorted by a stored key, because no database collation we run on knows the rule.
"""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from cms.language.slugs import without_accents

T = TypeVar("T")

WELSH = (
    *("a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j"),
    *("l", "ll", "m", "n", "o", "p", "ph", "r", "rh", "s", "t", "th", "u", "w", "y"),
)
# English letters that Welsh lacks, each after the letter it follows in English.
_FILED_AFTER = {"k": "j", "q": "ph", "v": "u", "x": "w", "z": "y"}

# Words in which n and g are two letters, though written as ng is.
_N_THEN_G = re.compile(
    r"(?<=\bllan)(?=g)|(?<=\bpen)(?=g)|(?<=\bban)(?=gor)|(?<=in)(?=g(?:ham|ton|don))"
)
_SIGNS = re.compile(r"\brh|ch|dd|ff|ng|ll|ph|th|[a-z]")


def _filing_order() -> dict[str, int]:
    order: list[str] = []
    for letter in WELSH:
        order.append(letter)
        order += [extra for extra, after in _FILED_AFTER.items() if after == letter]
    return {letter: place for place, letter in enumerate(order, start=1)}


_PLACE = _filing_order()


def sort_key(text: str, language: str = "cy") -> str:
    """A key that sorts rightly in any database: digits in Welsh, letters in English."""
    plain = without_accents(text).lower()
    if language != "cy":
        return re.sub(r"[^a-z0-9]", "", plain)
    return "".join(_word_key(word) for word in re.findall(r"[a-z0-9']+", plain))


def _word_key(word: str) -> str:
    # 00 ends a word, so that a shorter first word comes first. Digits come before a.
    digits = "".join(f"1{sign}" for sign in word if sign.isdigit())
    places = "".join(f"{_PLACE[letter] + 20}" for letter in letters(word))
    return f"{digits}{places}00"


def letters(text: str) -> list[str]:
    """The Welsh letters of a text: `llong` has three."""
    plain = _N_THEN_G.sub("|", without_accents(text).lower())
    return _SIGNS.findall(plain)


def index_letter(text: str, language: str = "cy") -> str:
    """The letter a name stands under in an A to Z: `Ll` for Llandudno."""
    if language == "cy":
        found = letters(text)
    else:
        found = re.findall("[a-z]", without_accents(text).lower())
    return found[0].capitalize() if found else "#"


def by_letter(
    things: Iterable[T], *, name: Callable[[T], str], language: str
) -> list[tuple[str, list[T]]]:
    """Things sorted and grouped for an A to Z in the language's own alphabet."""
    ordered = sorted(things, key=lambda thing: sort_key(name(thing), language))
    groups = groupby(ordered, key=lambda thing: index_letter(name(thing), language))
    return [(letter, list(group)) for letter, group in groups]
