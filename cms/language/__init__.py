"""Two languages: which one is spoken, and what Welsh needs beside a catalogue.

Names in sentences are in `sites` (stored forms); words are in locale/.
"""

from cms.language.alphabet import index_letter, sort_key
from cms.language.counting import counted
from cms.language.dates import clock_time, long_date, plain_date
from cms.language.pairs import Evenness, Pair
from cms.language.slugs import slugify
from cms.language.yes_no import YES_NO, pair_choices, yes_no_choices, yes_no_word

__all__ = [
    "YES_NO",
    "Evenness",
    "Pair",
    "clock_time",
    "counted",
    "index_letter",
    "long_date",
    "pair_choices",
    "plain_date",
    "slugify",
    "sort_key",
    "yes_no_choices",
    "yes_no_word",
]
