"""Each page in both languages: how far it is, what changed, who is to translate it.

wagtail-localize extracts and puts together the texts. What it leaves open is here: a
translation that has fallen behind, words that are the same on purpose, a page whose
parents are not there yet, the translator's tasks.
"""

from cms.language.translations.states import (
    PageInLanguage,
    TranslationState,
    state_of,
    translation_states,
)

__all__ = [
    "PageInLanguage",
    "TranslationState",
    "state_of",
    "translation_states",
]
