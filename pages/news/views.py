"""The Atom feed of a service's news in one language."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import PageLogEntry

from cms.admin import current_site
from cms.feeds import ENTRIES, Entry, atom_response
from cms.mail import site_url
from pages.news.listing import news_at
from pages.news.models import NewsPage
from sites.models import Service


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest items, each with its address at this site."""
    site = current_site(request)
    language = (get_language() or "en")[:2]
    name = Service.objects.get(site=site).name_in(language)
    return atom_response(
        request,
        site=site,
        language=language,
        label="news",
        title=_("News from %(name)s") % {"name": name},
        subtitle="",
        home_url=site_url(site, f"/{language}/"),
        entries=[
            _entry(page, request, language, name)
            for page in news_at(site, language)[:ENTRIES]
        ],
        changed=_changed(),
    )


def _entry(page: NewsPage, request: HttpRequest, language: str, name: str) -> Entry:
    return Entry(
        key=page.translation_key,
        language=language,
        title=page.title,
        summary=page.summary,
        url=page.get_full_url(request),
        author=name,
        updated=page.last_published_at,
        published=page.first_published_at,
    )


def _changed() -> datetime | None:
    """When any item anywhere was last published, unpublished or deleted.

    The log remembers what is gone; that other sites' changes count too is harmless.
    """
    kind = ContentType.objects.get_for_model(NewsPage)
    entries = PageLogEntry.objects.filter(content_type=kind)
    latest: datetime | None = entries.aggregate(latest=Max("timestamp"))["latest"]
    return latest
