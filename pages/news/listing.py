"""What a news index, the home page and the feed show, and in which order."""

from typing import Any

from django.db.models import Case, Prefetch, QuerySet, Value, When
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Site

from cms.listing import listing
from cms.models import HERO
from cms.search import LONGEST_QUERY, Query, summary_of
from cms.visibility import visible_pages
from pages.news.archive import FrontPage, front_page
from pages.news.elsewhere import from_other_services, national_at
from pages.news.models import NewsIndexPage, NewsPage
from pages.news.narrowing import Narrowing, counts_of, narrowing_asked

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
    items = asked.worded(news_at(site, language).child_of(index), language)
    counts = counts_of(items)
    front = FrontPage() if asked else front_page(site, counts)
    wanted = front.of(asked.of(items))
    searched = asked.words.can_be_asked
    shown = listing(
        request, wanted.defer(None) if searched else wanted, keep=asked.query
    )
    if searched:
        _show_why(shown.rows, asked.words, site, language)
    return {
        **(_elsewhere(site, language) if shown.number == 1 and not asked else {}),
        **(_in_other_language(site, asked, language) if not shown.total else {}),
        "listing": shown,
        "narrowing": asked,
        "front": front,
        "topic": asked.topic,
        "is_narrowed": bool(asked or asked.words.text),
        "longest": LONGEST_QUERY,
        **asked.choices(counts),
    }


def _show_why(rows: list[NewsPage], words: Query, site: Site, language: str) -> None:
    """Instead of its summary each shows the part of it that has the words, marked."""
    for item in rows:
        item.why_found = summary_of(item, site, language, words.words)


def _in_other_language(site: Site, asked: Narrowing, language: str) -> dict[str, Any]:
    """How many have the words there, for a reader who found none here."""
    if not asked.words.can_be_asked:
        return {}
    other = "cy" if language == "en" else "en"
    return {"others": asked.of(asked.worded(news_at(site, other), other)).count()}


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
