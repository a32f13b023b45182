"""The public search of every site: what is found, in which order, how it is shown."""

from cms.search.finding import Result
from cms.search.registry import (
    register_best_bets,
    register_names,
    register_origins,
)
from cms.search.texts import texts_of
from cms.search.words import Query, agrees, index_tokens, title_forms, words_of

__all__ = [
    "Query",
    "Result",
    "agrees",
    "index_tokens",
    "register_best_bets",
    "register_names",
    "register_origins",
    "texts_of",
    "title_forms",
    "words_of",
]
