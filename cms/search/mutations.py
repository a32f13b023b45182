"""From a mutated word of Welsh back to its radical forms: Ngwynedd, Wynedd, Gwynedd.

Words come folded: lower-case letters without accents (cms/search/words.py). One form
may belong to several radicals: "fam" is "mam" or "bam", and a word that begins with a
vowel may have lost a g. All of them are given; two words are the same to the search
where they share one.
"""

from functools import lru_cache

_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"} | {
    "ll": "l",
    "rh": "r",
}
_NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
_ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
_TABLES = (_SOFT, _NASAL, _ASPIRATE)
# Written with two or three signs, and one initial: "dd" is not a "d".
_LONG = ("ngh", "ng", "nh", "mh", "ch", "dd", "ff", "ll", "ph", "rh", "th")
_VOWELS = "aeiouwy"
# What may stand after a g that the soft mutation took away.
_AFTER_G = (*_VOWELS, "l", "n", "r")
# No word of English begins so: of a word like this English too may ask for the radical.
_WELSH_ALONE = ("ngh", "ng", "mh", "nh")


@lru_cache(maxsize=8192)
def radicals(word: str) -> frozenset[str]:
    """Every word of which `word` may be a form, itself among them."""
    sign = _initial(word)
    rest = word[len(sign) :]
    found = {word}
    for table in _TABLES:
        found |= {
            radical + rest
            for radical, changed in table.items()
            if changed == sign and rest and _initial(radical + rest) == radical
        }
    if word[:1] in _AFTER_G and sign not in ("ll", "rh", "nh", "ng", "ngh"):
        found.add(f"g{word}")
    if word[:1] == "h" and word[1:2] and word[1] in _VOWELS:
        found.add(word[1:])
    return frozenset(found)


def mutations(word: str) -> frozenset[str]:
    """Every form that a radical may take, itself among them; h before a vowel too."""
    sign = _initial(word)
    rest = word[len(sign) :]
    changed = {table[sign] + rest for table in _TABLES if sign in table and rest}
    if word[:1] and word[0] in _VOWELS:
        changed.add(f"h{word}")
    return frozenset({word} | changed)


def forms(word: str) -> frozenset[str]:
    """Every form of every word of which `word` may be one."""
    return frozenset(form for radical in radicals(word) for form in mutations(radical))


def is_welsh_alone(word: str) -> bool:
    """Whether it begins as only a mutated word of Welsh does: Ngwynedd, Nghonwy."""
    return word.startswith(_WELSH_ALONE)


def _initial(word: str) -> str:
    return next((sign for sign in _LONG if word.startswith(sign)), word[:1])
