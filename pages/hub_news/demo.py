"""The demo's news of the hub itself."""

from pathlib import Path

from wagtail.models import Site

from cms.starter import articles_of, load_pages
from pages.hub_news.models import HubNewsPage

FOLDER = Path(__file__).parent / "demo"


def load(site: Site) -> set[str]:
    """Load this site's news; the keys of links that led nowhere."""
    return load_pages(
        site=site,
        folder=FOLDER / site.hostname.partition(".")[0],
        model=HubNewsPage,
        columns=articles_of(site),
        parent="news",
    )
