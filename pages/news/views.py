"""The feeds of a service's news, one a language and topic."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import PageLogEntry, Site

from cms.admin import current_site
from cms.feeds import ENTRIES, Entry, feed_response, topic_asked
from cms.mail import site_url
from cms.models import Topic
from pages.news.listing import news_at
from pages.news.models import NewsPage
from sites.models import Service


@require_safe
def feed(request: HttpRequest, kind: str) -> HttpResponse:
    """The newest items, each with its address at this site."""
    site = current_site(request)
    language = (get_language() or "en")[:2]
    topic = topic_asked(request)
    name = Service.objects.get(site=site).name_in(language)
    return feed_response(
        request,
        kind=kind,
        site=site,
        language=language,
        label="news",
        title=_("News from %(name)s") % {"name": name},
        home_url=site_url(site, f"/{language}/"),
        entries=[
            _entry(page, request, language, name)
            for page in _items(site, language, topic)[:ENTRIES]
        ],
        changed=_changed(),
        topic=topic,
    )


def _items(site: Site, language: str, topic: Topic | None) -> QuerySet[NewsPage]:
    items = news_at(site, language)
    return items.filter(topic=topic) if topic else items


def _entry(page: NewsPage, request: HttpRequest, language: str, name: str) -> Entry:
    return Entry(
        key=page.translation_key,
        language=language,
        title=page.title,
        summary=page.summary,
        url=page.get_full_url(request),
        author=page.author or name,
        updated=page.last_published_at,
        published=page.first_published_at,
        topic=page.get_topic_display(),
    )


def _changed() -> datetime | None:
    """When any item anywhere was last published, unpublished or deleted.

    The log remembers what is gone; that other sites' changes count too is harmless.
    """
    kind = ContentType.objects.get_for_model(NewsPage)
    entries = PageLogEntry.objects.filter(content_type=kind)
    latest: datetime | None = entries.aggregate(latest=Max("timestamp"))["latest"]
    return latest
