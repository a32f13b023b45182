"""The weekly mail to a service's coordinators: what is new at the hub, once a week."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, site_url
from cms.models import Offer
from cms.offers import national_news, shown_offers
from pages.news.elsewhere import authorities_of, places_of
from pages.news.models import NewsSettings
from sites.cover import caseworkers, present
from sites.models import Service

TEMPLATE = "news/digest"
MONDAY = 0
MOST = 10
WEEK = dt.timedelta(days=7)
LONGEST = 4 * WEEK
DECIDED = (Offer.State.ACCEPTED, Offer.State.FEATURED, Offer.State.DECLINED)


@transaction.atomic
def send_digest_of(site: Site) -> None:
    """On a Monday, one mail to each coordinator of the service, if anything is new.

    What fell between is not lost: each mail begins where the last one ended.
    """
    service, today = Service.of(site), timezone.localdate()
    if service is None or today.weekday() != MONDAY or not _is_wanted(site):
        return
    told = OutboundEmail.objects.filter(site=site, template=TEMPLATE)
    last = told.order_by("-created_at").values_list("created_at", flat=True).first()
    if last and timezone.localdate(last) == today:
        return
    news = _news(service, _since(last))
    if not any(news.values()):
        return
    settings_url = site_url(site, "/admin/settings/news/newssettings/")
    for address, language in _readers(site, service):
        queue_mail(
            site=site,
            to=address,
            template=TEMPLATE,
            language=language,
            context={**news, "settings_url": settings_url},
        )


def _is_wanted(site: Site) -> bool:
    return not NewsSettings.objects.filter(site=site, weekly_digest=False).exists()


def _since(last: dt.datetime | None) -> dt.datetime:
    now = timezone.now()
    return max(last, now - LONGEST) if last else now - WEEK


def _news(service: Service, since: dt.datetime) -> dict[str, list[dict[str, Any]]]:
    """What the hub wrote, what became of our own offers, and what others wrote."""
    site = service.site
    changed = Q(updated_en__gt=since) | Q(updated_cy__gt=since)
    ours = Offer.objects.filter(site=site, state__in=DECIDED, decided_at__gt=since)
    others = shown_offers().exclude(site=site).filter(decided_at__gt=since)
    others = others.select_related("site").order_by("-decided_at")[:MOST]
    names: dict[int | str, Callable[[str], str]] = {
        one.site_id: one.name_in
        for one in Service.objects.filter(site__in=[offer.site_id for offer in others])
    }
    for slug, authority in authorities_of(others).items():
        names[slug] = authority.council_name
    return {
        "national": [
            _entry(row)
            for row in national_news(places_of(service)).filter(changed)[:MOST]
        ],
        "ours": [
            {**_entry(row), "state": str(row.state)}
            for row in ours.order_by("-decided_at")[:MOST]
        ],
        "others": [
            {**_entry(row), "by": _each(names[row.origin or row.site_id])}
            for row in others
            if (row.origin or row.site_id) in names
        ],
    }


def _entry(row: Any) -> dict[str, Any]:
    """Its title and address in the mail's language, else in the one it has."""
    return {
        "title": _each(lambda code: row.in_language("title", row.language_for(code))),
        "url": _each(lambda code: row.in_language("url", row.language_for(code))),
        "marked": _each(lambda code: _unlike(row.language_for(code), code)),
    }


def _unlike(language: str, reader: str) -> str:
    """The language where it is not the reader's own, which the mail then says."""
    return "" if language == reader else language


def _each(text: Callable[[str], str]) -> Any:
    """A text that is looked up when the language of the mail is known."""
    return lazy(lambda: text((get_language() or "en")[:2]), str)()


def _readers(site: Site, service: Service) -> list[tuple[str, str]]:
    """Who works with the cases, or stands in; the service's own address for none."""
    people = present(caseworkers(site), site)
    found = {p.email: p.preferred_language for p in people if p.email}
    if not found and service.email:
        found = {service.email: service.language_for_anyone()}
    return list(found.items())
