"""The demo's news of the hub itself."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from cms.starter import Columns, PageFile, articles_of, load_pages
from pages.hub_news.models import HubNewsPage

FOLDER = Path(__file__).parent / "demo"


def load(site: Site) -> set[str]:
    """Load this site's news; the keys of links that led nowhere."""
    return load_pages(
        site=site,
        folder=FOLDER / site.hostname.partition(".")[0],
        model=HubNewsPage,
        columns=_news_of(site),
        parent="news",
    )


def _news_of(site: Site) -> Columns:
    article = articles_of(site)

    def news(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
        return {**article(file, texts), "reach": file.facts.get("reach", [])}

    return news
