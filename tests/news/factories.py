"""Real news of real services for tests."""

import datetime as dt
from typing import Any

from wagtail.models import Page, Site

from cms.publishing import own_words
from pages.news.models import NewsIndexPage, NewsPage
from tests.factories import home_of, publish

SLUGS = {"en": "news", "cy": "newyddion"}
TITLES = {"en": "News", "cy": "Newyddion"}
DAY = dt.date(2026, 11, 2)


def index_of(site: Site, language: str) -> NewsIndexPage:
    """The news index of a site in one language, made when it is not there yet."""
    home = home_of(site, language)
    found = NewsIndexPage.objects.child_of(home).first()
    if found:
        return found
    index = NewsIndexPage(title=TITLES[language], slug=SLUGS[language])
    other = NewsIndexPage.objects.filter(path__startswith=home.path[:8]).first()
    if other:
        index.translation_key = other.translation_key
    return publish(index, home)


def make_news(
    site: Site, language: str = "en", pair: Page | None = None, **facts: Any
) -> NewsPage:
    """A published news item; `pair` is the same item in the other language."""
    values = {"title": "An evening in town", "summary": "Come along.", "date": DAY}
    page = NewsPage(**{**values, **facts})
    if pair:
        page.translation_key = pair.translation_key
    return publish(page, index_of(site, language))


def republish(page: NewsPage, **changes: Any) -> NewsPage:
    """Change an item as its editor would and publish it."""
    page = NewsPage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    with own_words():
        page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)
