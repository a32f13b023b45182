"""The news index, from the first day; and the demo's news."""

from pathlib import Path

from wagtail.models import Site

from cms.starter import article_index, load_pages
from pages.news.models import NewsIndexPage

FOLDER = Path(__file__).parent / "starter"


def pages(site: Site) -> set[str]:
    """An empty index in both languages."""
    return load_pages(
        site=site, folder=FOLDER, model=NewsIndexPage, columns=article_index
    )
