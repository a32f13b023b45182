"""The public search of every site: what is found, in which order, how it is shown.

A list of pages that has a search of its own asks with `read`, `ranked`, `summary_of`.
"""

from cms.search.finding import Result, ranked
from cms.search.registry import (
    register_best_bets,
    register_names,
    register_origins,
)
from cms.search.texts import summary_of, texts_of
from cms.search.words import (
    LONGEST_QUERY,
    Query,
    agrees,
    index_tokens,
    read,
    title_forms,
    words_of,
)

__all__ = [
    "LONGEST_QUERY",
    "Query",
    "Result",
    "agrees",
    "index_tokens",
    "ranked",
    "read",
    "register_best_bets",
    "register_names",
    "register_origins",
    "summary_of",
    "texts_of",
    "title_forms",
    "words_of",
]
