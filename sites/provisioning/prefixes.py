"""Choose a prefix for references that no other service has: GWYNEDD gives WYN.

Only signs that are not mistaken for another when a reference is read out or typed.
"""

from collections.abc import Collection, Iterator
from itertools import combinations, product

from cms.language.slugs import without_accents
from cms.models import SiteProfile

LETTERS = "CDFHJKMNPQRTVWXY"
"""The letters of which the rest of a reference is made (forms.casework.references)."""
LENGTHS = (3, 4)
REFUSED = frozenset({"CNT", "DCK", "FCK", "FKN", "KKK"})
"""What nobody wants to read out on the telephone."""


def free_prefix(*names: str, taken: Collection[str]) -> str:
    """The first free prefix that the letters of `names` give, else any free one."""
    for prefix in _candidates(names):
        if prefix not in taken and not any(bad in prefix for bad in REFUSED):
            return prefix
    raise LookupError("Every prefix is taken.")


def taken_prefixes() -> set[str]:
    """The prefixes of all services and of the hub."""
    return set(SiteProfile.objects.values_list("reference_prefix", flat=True))


def _candidates(names: Collection[str]) -> Iterator[str]:
    spelt = [_letters(name) for name in names]
    for length in LENGTHS:
        for letters in spelt:
            yield from map("".join, combinations(letters, length))
    for length in LENGTHS:
        yield from map("".join, product(LETTERS, repeat=length))


def _letters(name: str) -> str:
    return "".join(sign for sign in without_accents(name).upper() if sign in LETTERS)
