"""What a news index, the home page and the feed show, and in which order."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Site

from cms.listing import listing
from cms.visibility import visible_pages
from pages.news.models import NewsIndexPage, NewsPage


def news_at(site: Site, language: str) -> QuerySet[NewsPage]:
    """The visible news of a site in one language, newest first."""
    visible = visible_pages(site, language).type(NewsPage)
    items = NewsPage.objects.filter(pk__in=visible.values("pk"))
    return items.select_related("image").defer("body").order_by("-date", "-pk")


def news_of(index: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The context of an index page: its items, ten at a time."""
    site = Site.find_for_request(request)
    items = news_at(site, index.locale.language_code).child_of(index)
    return {"listing": listing(request, items)}
