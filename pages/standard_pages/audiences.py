"""A page for one kind of reader: what it is called, where it leads, what is near it."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Site

from cms.models import Readers
from cms.surroundings import Surroundings
from cms.visibility import door_types, visible_pages

MOST = 12
"""More pages for the same readers than this are found by the menu and the search."""
ELSEWHERE = "https://www.bbc.co.uk/weather"
"""Where “exit this page” leads: a page that gives nothing away."""


EYEBROWS = {
    Readers.YOUNG: _("For young people"),
    Readers.VOLUNTEERS: _("For volunteers"),
    Readers.CARERS: _("For carers"),
    Readers.PROFESSIONALS: _("For professionals"),
}
OTHERS = {
    Readers.YOUNG: pgettext_lazy("to a young person", "Other pages for you"),
    Readers.VOLUNTEERS: _("Other pages for volunteers"),
    Readers.CARERS: _("Other pages for carers"),
    Readers.PROFESSIONALS: _("Other pages for professionals"),
}
HUBS = {
    False: (_("Find the service near you"), _("Find your service")),
    True: (
        pgettext_lazy("to a young person", "Find the service near you"),
        pgettext_lazy("to a young person", "Find your service"),
    ),
}


def for_its_readers(
    request: HttpRequest, page: Any, near: Surroundings
) -> dict[str, Any]:
    """What the template of `page` draws for its audience, in one query."""
    site = Site.find_for_request(request)
    if site is None:
        return {}
    readers = Readers(page.audience)
    doors = door_types(readers)
    theirs = Q(standardpage__audience=readers) | Q(content_type__in=doors)
    found = visible_pages(site, page.locale.language_code).filter(theirs)
    ids = {kind.pk for kind in doors}
    ways, others = [], []
    for other in found.order_by("path"):
        (ways if other.content_type_id in ids else others).append(other)
    first, *more = _open(site, ways) or [None]
    shown = {other.pk for other in (page, *near.above, *near.below, *near.beside)}
    is_young = readers == Readers.YOUNG
    return {
        "key": readers,
        "eyebrow": EYEBROWS[readers],
        "others_heading": OTHERS[readers],
        "others": [p for p in (*more, *others) if p.pk not in shown][:MOST],
        "next": _step(request, first, is_young)
        or _without_form(request, site, near, is_young=is_young),
        "is_young": is_young,
        "leave_url": ELSEWHERE if is_young else "",
    }


def _open(site: Site, doors: list[Page]) -> list[Page | None]:
    return [door for door in doors if not door.specific_class.link_note(site)]


def _step(request: HttpRequest, door: Page | None, is_young: bool) -> dict[str, Any]:
    """The form that is open to them, in the words that its own editors gave it."""
    if door is None:
        return {}
    young = pgettext_lazy("to a young person", "Your next step")
    return {
        "heading": young if is_young else _("Your next step"),
        "text": door.search_description,
        "button": door.title,
        "href": door.get_url(request),
    }


def _without_form(
    request: HttpRequest, site: Site, near: Surroundings, *, is_young: bool
) -> dict[str, Any]:
    """The hub leads to the services; a service without a form to how to reach it."""
    if site.profile.is_hub:
        heading, button = HUBS[is_young]
        return {
            "heading": heading,
            "text": _("Each council has a service of its own."),
            "button": button,
            "href": reverse("authorities:find"),
        }
    contact = next((page for page in near.top if page.key == "contact"), None)
    return {"contact": contact.get_url(request)} if contact else {}
