"""Where a person is in the admin, and the other places where they work."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.admin import sites_with_role
from cms.admin.roster import reader
from cms.language.alphabet import sort_key
from cms.roles import Role
from sites.models import Service
from sites.place_names import area


@dataclass(frozen=True)
class Place:
    """One site at which a person works, as their admin names it."""

    site: Site
    name: str
    language: str
    """The name's own language, where it is not the reader's."""

    @property
    def url(self) -> str:
        """Its own admin: one signs in there, since a session belongs to one host."""
        return f"{self.site.root_url}{reverse('wagtailadmin_home')}"


@dataclass(frozen=True)
class Places:
    """The place of the host, in a sentence, and a person's other places."""

    here: SafeString | str
    others: list[Place]


def places_of(request: HttpRequest) -> Places:
    """Where the signed-in person is and where else they work; one query at most.

    None for whoever works nowhere else: their own service came with the site.
    """
    known: Places | None = getattr(request, "_places", None)
    if known is None:
        site = Site.find_for_request(request)
        known = Places(_sentence(site), _others(request.user, site))
        request._places = known  # type: ignore[attr-defined]  # our own memo
    return known


def _others(user: Any, here: Site | None) -> list[Place]:
    ids = sites_with_role(user, Role) - {here.pk if here else None}
    if not ids:
        return []
    services = Service.objects.filter(site__in=ids)
    places = [_place(s) for s in services.select_related("authority", "site__profile")]
    return sorted(places, key=lambda place: sort_key(place.name, reader()))


def _place(service: Service) -> Place:
    language = reader()
    authority = service.authority
    if service.site.profile.is_hub:
        return Place(service.site, _("The national hub"), "")
    if authority is None:
        return Place(service.site, service.name_in(language), "")
    is_foreign = language == "cy" and not authority.has_welsh_name
    name = authority.area_name(language)
    return Place(service.site, name, "en" if is_foreign else "")


def _sentence(site: Site | None) -> SafeString | str:
    """ "You are in Gwynedd": by its name, never by colour alone."""
    service = Service.of(site) if site else None
    if site is None or service is None:
        return ""
    if service.authority:
        where = area(service.authority, "in", reader()).html()
        return format_html(_("You are {where}"), where=where)
    if site.profile.is_hub:
        return _("You are at the national hub")
    name = service.name_in(reader())
    return format_html(_("You are at {service}"), service=name)
