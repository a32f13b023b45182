"""Once a week, whoever looks after pages hears which of them are to be read again."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, site_url
from cms.schedule import job
from sites.cover import away, stands_in
from sites.models import Service
from sites.staff.roles import managers_of
from sites.upkeep.looking import LookedAfter, State, looked_after, staff_for_pages

WEEK = dt.timedelta(days=7)
TEMPLATE = "upkeep/pages_due"
MOST = 20
"""A mail names no more, and says how many there are: the screen has them all."""


@job(every=WEEK)
def remind_of_reviews() -> None:
    """Every site's people, one site at a time."""
    for site in Site.objects.filter(
        profile__isnull=False, profile__suspended_at__isnull=True
    ).select_related("profile", "root_page"):
        remind_at(site)


@transaction.atomic
def remind_at(site: Site) -> None:
    """One mail a week to each owner; pages without one go to the managers."""
    since = timezone.now() - WEEK + dt.timedelta(hours=12)
    told = OutboundEmail.objects.filter(site=site, template=TEMPLATE)
    due = [one for one in looked_after(site) if one.is_due]
    if not due or told.filter(created_at__gt=since).exists():
        return
    for address, language, pages in _readers(site, due):
        queue_mail(
            site=site,
            to=address,
            template=TEMPLATE,
            language=language,
            context={
                "pages": [_told(one, language) for one in pages[:MOST]],
                "count": len(pages),
                "more": max(0, len(pages) - MOST),
                "url": site_url(site, reverse("page_reviews")),
            },
        )


def _readers(
    site: Site, due: list[LookedAfter]
) -> list[tuple[str, str, list[LookedAfter]]]:
    """Whom to write to, in which language, about which pages."""
    mine: dict[Any, list[LookedAfter]] = {}
    nobodys = [one for one in due if one.owner is None]
    rows = managers_of(site).select_related("user") if nobodys else []
    managers = [row.user for row in rows]
    reader = _stand_ins(site, {*managers, *(one.owner for one in due if one.owner)})
    for one in due:
        if one.owner:
            mine.setdefault(reader[one.owner], []).append(one)
    for person in dict.fromkeys(reader[manager] for manager in managers):
        mine.setdefault(person, []).extend(nobodys)
    found = [(p.email, p.preferred_language, pages) for p, pages in mine.items()]
    service = Service.of(site) if nobodys and not managers else None
    if service and service.email:
        found.append((service.email, service.language_for_anyone(), nobodys))
    return found


def _stand_ins(site: Site, people: set[Any]) -> dict[Any, Any]:
    """Who reads for each of them: a deputy only where they work on pages themselves."""
    covers, able = away(site), set(staff_for_pages(site))
    found = {}
    for person in people:
        deputy = stands_in(person.pk, covers) if person.pk in covers else None
        found[person] = deputy if deputy in able else person
    return found


def _told(one: LookedAfter, language: str) -> dict[str, Any]:
    page = one.in_language(language)
    address = reverse("page_care", args=[page.pk])
    return {
        "title": page.title,
        "due_on": one.due_on,
        "is_late": one.state == State.LATE,
        "url": site_url(one.site, address),
    }
