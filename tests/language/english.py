"""Tell English from Welsh: sentences by a model of both, labels by our own words."""

import re
from functools import cache

import polib
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from cms.language.catalogue import OURS, OVERLAY
from tests.language.same_in_both import SAME_IN_BOTH

A_SENTENCE = 3  # Words; fewer do not tell a model enough.
SURELY_NOT_WELSH = 0.35
SURELY_WELSH = 0.85
# English names of places, of Welsh words.
ENGLISH_NAMES = {"Merthyr Tydfil County Borough Council", "Rhondda Cynon Taf"}
_LEFT_OUT = re.compile(
    r"https?://\S+|\S+@\S+|<[^>]*>|%\(\w+\)\w|%?\{\w*\}|\b[A-Z]{2,}\b|\b\w*\d\w*\b"
    # Files: of two with one name, the second gets letters that nobody chose.
    r"|\S+\.(?:csv|docx?|gif|html?|ics|jpe?g|json|pdf|png|svg|txt|webp|xlsx?|zip)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def is_english(text: str) -> bool:
    """Whether `text` was never translated: addresses and figures are no English."""
    if text in SAME_IN_BOTH:
        return False
    plain = _LEFT_OUT.sub(" ", text)
    words = _WORD.findall(plain)
    if len(words) >= A_SENTENCE:
        welsh = _detector().compute_language_confidence(plain, Language.WELSH)
        return welsh < SURELY_NOT_WELSH
    return any(word.lower() in _only_english() for word in words if len(word) > 1)


def is_welsh(text: str) -> bool:
    """Whether `text` is Welsh: a sentence, or a label in words that we have as Welsh.

    All words of a label must be: a name of a person or a place is in no language.
    """
    if text in SAME_IN_BOTH or text in ENGLISH_NAMES:
        return False
    plain = _LEFT_OUT.sub(" ", text)
    words = _WORD.findall(plain)
    if len(words) >= A_SENTENCE:
        welsh = _detector().compute_language_confidence(plain, Language.WELSH)
        known = any(word.lower() in _only_english() for word in words)
        return welsh > SURELY_WELSH and not known
    telling = [word for word in words if len(word) > 1]  # No letter of an A to Z.
    return bool(telling) and all(word.lower() in _only_welsh() for word in telling)


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(
        Language.ENGLISH, Language.WELSH
    ).build()


def _only_english() -> set[str]:
    """The words of our English strings that none of our Welsh ones holds."""
    english, welsh = _our_words()
    return english - welsh


def _only_welsh() -> set[str]:
    """The words of our Welsh strings that none of our English ones holds."""
    english, welsh = _our_words()
    return welsh - english


@cache
def _our_words() -> tuple[set[str], set[str]]:
    english, welsh = set(), set()
    for path in (OURS, OVERLAY):
        for entry in polib.pofile(str(path)):
            english |= _words(entry.msgid) | _words(entry.msgid_plural)
            forms = [entry.msgstr, *entry.msgstr_plural.values()]
            welsh |= set().union(*map(_words, forms))
    return english, welsh


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(_LEFT_OUT.sub(" ", text or ""))}
