"""The public search of every site: what is found, in which order, how it is shown."""

from cms.search.finding import Result, ranked
from cms.search.texts import marked, texts_of
from cms.search.words import Query, index_tokens, title_forms

__all__ = [
    "Query",
    "Result",
    "index_tokens",
    "marked",
    "ranked",
    "texts_of",
    "title_forms",
]
