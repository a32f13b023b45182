"""Load pages from files: the ones a new service starts with, and the demo's.

A plugin's `starter` and `demo` call `load_pages`; `start_site` and `load_demo` call all
of them for a site. Loading twice changes nothing. Rooms above the host tell what only
they know (the names of a place) with `register_facts`.
"""

from cms.starter.articles import article_index, articles_of
from cms.starter.facts import facts_of, register_facts
from cms.starter.files import PageFile, read_folder
from cms.starter.loading import Columns, Loader, load_pages
from cms.starter.running import load_demo, start_site

__all__ = [
    "Columns",
    "Loader",
    "PageFile",
    "article_index",
    "articles_of",
    "facts_of",
    "load_demo",
    "load_pages",
    "read_folder",
    "register_facts",
    "start_site",
]
