"""Counting: 1 plentyn, 2 blentyn, 3 phlentyn, 4 plentyn, 849 o blant, dim plant.

The form hangs on the number, the gender and the first letter; a catalogue's plural
forms cannot say it above ten. So a count of things goes through here.
"""

from django.utils.translation import get_language

from cms.language.nouns import Noun, nouns

_ASPIRATE_AFTER = {3, 6}


def counted(number: int, noun: str, language: str | None = None) -> str:
    """A number of things, the noun named by its Welsh singular (nouns.csv).

    `counted(3, "plentyn")` is "3 phlentyn" in Welsh and "3 children" in English.
    """
    if number < 0:
        raise ValueError(f"Nothing is counted below zero: {number}")
    word = nouns()[noun]
    if (language or get_language() or "en").startswith("cy"):
        return _in_welsh(number, word)
    return _in_english(number, word)


def _in_english(number: int, noun: Noun) -> str:
    figure = f"{number:,}" if number else "no"
    return f"{figure} {noun.en if number == 1 else noun.en_plural}"


def _in_welsh(number: int, noun: Noun) -> str:
    if number == 0:
        return f"dim {noun.cy_plural}"
    if form := noun.irregular_form(number):
        return f"{number:,} {form}"
    if number > 10 and not noun.is_measure:
        return f"{number:,} o {noun.of_many}"
    return f"{number:,} {_singular_after(number, noun)}"


def _singular_after(number: int, noun: Noun) -> str:
    if number == 2 or (number == 1 and noun.is_feminine):
        return noun.soft
    # Tair leaves a feminine noun alone; tri and chwe do not.
    if number in _ASPIRATE_AFTER and not (number == 3 and noun.is_feminine):
        return noun.aspirate
    return noun.cy
