"""What a news index, the home page and the feed show, and in which order."""

from typing import Any

from django.db.models import Case, Prefetch, QuerySet, Value, When
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Site

from cms.listing import listing
from cms.models import HERO
from cms.visibility import visible_pages
from pages.news.elsewhere import from_other_services, national_at
from pages.news.models import NewsIndexPage, NewsPage
from pages.news.narrowing import narrowing_asked

LATEST = 3


def news_at(site: Site, language: str) -> QuerySet[NewsPage]:
    """The visible news of a site in one language, newest first."""
    visible = visible_pages(site, language).type(NewsPage)
    pictures = get_image_model().objects.prefetch_renditions(HERO)
    items = NewsPage.objects.filter(pk__in=visible.values("pk")).defer("body")
    return items.prefetch_related(Prefetch("image", pictures)).order_by("-date", "-pk")


def news_of(index: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The context of an index page: the items that were asked for, ten at a time."""
    site = Site.find_for_request(request)
    asked = narrowing_asked(request)
    language = index.locale.language_code
    items = news_at(site, language).child_of(index)
    shown = listing(request, asked.of(items), keep=asked.query)
    return {
        **(_elsewhere(site, language) if shown.number == 1 and not asked else {}),
        "listing": shown,
        "narrowing": asked,
        "topic": asked.topic,
        "is_narrowed": bool(asked),
        **asked.choices(items),
    }


def _elsewhere(site: Site, language: str) -> dict[str, Any]:
    """What others wrote, under the first page of the service's own."""
    return {
        "national": national_at(site, language),
        "from_others": from_other_services(site, language),
    }


def more_like(item: NewsPage, request: HttpRequest) -> list[NewsPage]:
    """Up to three others to read next: of the same topic first, then the newest."""
    site = Site.find_for_request(request)
    alike = Case(When(topic=item.topic, then=Value(1)), default=Value(0))
    others = news_at(site, item.locale.language_code).exclude(pk=item.pk)
    if item.topic:
        others = others.order_by(alike.desc(), "-date", "-pk")
    return list(others[:LATEST])


def latest(site: Site, language: str) -> dict[str, Any]:
    """The newest items of a site, and their index where it can be read."""
    items = list(news_at(site, language)[:LATEST])
    if not items:
        return {}
    above = items[0].path[: -NewsPage.steplen]
    return {
        "items": items,
        "index": visible_pages(site, language).filter(path=above).first(),
    }
