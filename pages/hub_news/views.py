"""The feeds of the hub: its own news and what it accepted, by language and topic."""

from datetime import UTC, datetime, time

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import PageLogEntry

from cms.admin import current_site
from cms.feeds import ENTRIES, Entry, feed_response, topic_asked
from cms.mail import site_url
from cms.models import Offer, Topic
from pages.hub_news.listing import Item, items_of, ordered
from pages.hub_news.models import HubNewsPage
from sites.models import Service


@require_safe
def feed(request: HttpRequest, kind: str) -> HttpResponse:
    """The newest items, each with its address at the site that wrote it."""
    site = current_site(request)
    language = (get_language() or "en")[:2]
    name = Service.objects.get(site=site).name_in(language)
    topic = topic_asked(request)
    items = items_of(ordered(site, language, topic)[:ENTRIES], site, language)
    return feed_response(
        request,
        kind=kind,
        site=site,
        language=language,
        label="hub_news",
        title=_("News from %(name)s") % {"name": name},
        home_url=site_url(site, f"/{language}/"),
        entries=[_entry(item) for item in items],
        changed=_changed(),
        topic=topic,
    )


def _entry(item: Item) -> Entry:
    return Entry(
        key=item.key,
        language=item.language,
        title=item.title,
        summary=item.summary,
        url=item.url,
        author=item.author.name_in(item.language),
        updated=item.updated,
        published=datetime.combine(item.date, time(), UTC),
        topic=str(Topic(item.topic).label) if item.topic in Topic.values else "",
    )


def _changed() -> datetime | None:
    """When an offer moved, or an item of the hub was published or taken away."""
    kind = ContentType.objects.get_for_model(HubNewsPage)
    own = PageLogEntry.objects.filter(content_type=kind)
    moments = [
        own.aggregate(latest=Max("timestamp"))["latest"],
        Offer.objects.aggregate(latest=Max("changed_at"))["latest"],
    ]
    return max((moment for moment in moments if moment), default=None)
