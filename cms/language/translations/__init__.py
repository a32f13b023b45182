"""Each page in both languages: how far it is, what changed, who is to translate it.

wagtail-localize extracts and puts together the texts. What it leaves open is here: a
translation that has fallen behind, words that are the same on purpose, a page whose
parents are not there yet, the translator's tasks.
"""

from cms.language.translations.checking import (
    Unfinished,
    as_translated,
    refuse_unfinished,
)
from cms.language.translations.keeping import say_it_still_holds
from cms.language.translations.services import create_version, parents_without
from cms.language.translations.states import (
    PageInLanguage,
    TranslationState,
    state_of,
    translation_states,
)
from cms.language.translations.tasks import (
    ask_for_translation,
    open_tasks,
    translators_at,
)

__all__ = [
    "PageInLanguage",
    "TranslationState",
    "Unfinished",
    "as_translated",
    "ask_for_translation",
    "create_version",
    "open_tasks",
    "parents_without",
    "refuse_unfinished",
    "say_it_still_holds",
    "state_of",
    "translation_states",
    "translators_at",
]
