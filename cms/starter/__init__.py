"""Load pages from files: the ones a new service starts with, and the demo's.

A plugin's `starter` and `demo` call `load_pages`; `start_site` and `load_demo` call all
of them for a site. Loading twice changes nothing. Rooms above the host tell what only
they know (the names of a place) with `register_facts`.
"""

from cms.starter.articles import article_index, articles_of
from cms.starter.facts import facts_of, fill, register_facts
from cms.starter.files import PageFile, read_folder
from cms.starter.fingerprints import is_words, words_of
from cms.starter.keeping import keep_files, newest_for
from cms.starter.loading import Columns, Loader, load_pages
from cms.starter.making import Source
from cms.starter.origins import is_as_made, law_date, note_origin, settle
from cms.starter.running import load_demo, sources, start_site, take_in_pages

__all__ = [
    "Columns",
    "Loader",
    "PageFile",
    "Source",
    "article_index",
    "articles_of",
    "facts_of",
    "fill",
    "is_as_made",
    "is_words",
    "keep_files",
    "law_date",
    "load_demo",
    "load_pages",
    "newest_for",
    "note_origin",
    "read_folder",
    "register_facts",
    "settle",
    "sources",
    "start_site",
    "take_in_pages",
    "words_of",
]
