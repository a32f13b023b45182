"""Pages to be found, and what the search of a site lists."""

from typing import Any

from django.test import Client
from wagtail.models import Page, Site

from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish

PATHS = {"en": "/en/search/", "cy": "/cy/chwilio/"}


def written(
    site: Site, language: str, title: str, text: str = "", parent: Page | None = None
) -> Page:
    """A page of running text, published."""
    page = StandardPage(title=title, intro=text)
    return publish(page, parent or home_of(site, language))


def asked(site: Site, language: str, words: str, **query: Any) -> Any:
    """The answer of a site's search."""
    client = Client(SERVER_NAME=site.hostname)
    return client.get(PATHS[language], {"q": words, **query})


def titles(site: Site, language: str, words: str, **query: Any) -> list[str]:
    """The titles it lists, in their order."""
    found = asked(site, language, words, **query).context["listing"]
    return [result.title for result in found.rows]
