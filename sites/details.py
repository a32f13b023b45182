"""What a service's settings say to the public: on its contact and privacy pages.

Other rooms add to the list of what is kept for how long with `register_kept`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.language.counting import counted
from cms.models import StarterKey
from cms.surroundings import around
from sites.models import Service
from sites.notices.links import notice_links
from sites.upkeep.models import PageCare

MAP = "https://www.openstreetmap.org/search"
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b")
_BOX = re.compile(r"\bP\.? ?O\.? ?Box\b|\bBlwch (?:Post|SP)\b", re.IGNORECASE)
CONTACT, PRIVACY = "contact", "privacy"
DATED = frozenset({"privacy", "cookies", "terms", "accessibility", "complaints"})


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Something that is kept, and for how many months."""

    what: str
    months: int

    @property
    def how_long(self) -> str:
        """In years where they are whole, else in months."""
        return how_long(self.months)


def how_long(months: int) -> str:
    """So many months, in years where they are whole."""
    if months % 12:
        return counted(months, "mis")
    return counted(months // 12, "blwyddyn")


Provider = Callable[[Service], Iterator[Kept]]
_providers: list[Provider] = []


def register_kept(provider: Provider) -> Provider:
    """Let `provider(service)` say what it keeps; usable as a decorator."""
    _providers.append(provider)
    return provider


def kept_by(service: Service) -> list[Kept]:
    """What the service keeps of people, and for how long."""
    return [kept for provider in _providers for kept in provider(service)]


def details_of(request: Any, page: Page, about: str) -> dict[str, Any]:
    """What to show on `page` of what is `about`: nothing but on the page for that.

    The page's key is known from the pages around it: no query of its own.
    """
    shown = around(request, page).top
    key = next((other.key for other in shown if other.pk == page.pk), "")
    service = _service(request) if key == about else None
    if service is None:
        return {}
    language = (get_language() or "en")[:2]
    if about == CONTACT:
        return {"contact": _contact(service, language)}
    return {
        "privacy": _privacy(service, language),
        "kept": kept_by(service),
        "notices": notice_links(service, language),
    }


def is_dated(page: Page) -> bool:
    """Whether the public reads under this page when it was last reviewed."""
    return StarterKey.objects.filter(page=page, key__in=DATED).exists()


def read_again(request: Any, page: Page) -> dict[str, Any]:
    """When a page that the law asks for was last read and found right, or written.

    Only on such a page, and only what somebody did: one query there, none elsewhere.
    """
    top = around(request, page).top
    if not any(other.pk == page.pk and other.key in DATED for other in top):
        return {}
    site = Site.find_for_request(request)
    cares = PageCare.objects.filter(site=site, translation_key=page.translation_key)
    read_at = cares.values_list("reviewed_at", flat=True).first()
    written_at = page.last_published_at
    if read_at and (written_at is None or read_at >= written_at):
        return {"reviewed": timezone.localdate(read_at)}
    return {"updated": timezone.localdate(written_at)} if written_at else {}


def _service(request: Any) -> Service | None:
    site = Site.find_for_request(request)
    return Service.of(site) if site else None


def _contact(service: Service, language: str) -> dict[str, str]:
    address = service.text_in("address", language)
    return {
        "phone": service.phone,
        "email": service.email,
        "hours": service.text_in("hours", language),
        "address": address,
        "map_url": map_address(address),
        "serves": service.text_in("area_served", language),
        "welcome": service.welcome_in(language),
    }


def map_address(address: str) -> str:
    """Where a map shows a postal address; empty for none, or a box at the post office.

    By its postcode, where it has one: a map knows that better than a house's name.
    """
    flat = ", ".join(line.strip(" ,") for line in address.splitlines() if line.strip())
    if not flat or _BOX.search(flat):
        return ""
    postcode = _POSTCODE.search(flat.upper())
    return f"{MAP}?{urlencode({'query': postcode[0] if postcode else flat})}"


def _privacy(service: Service, language: str) -> dict[str, str]:
    charity = service.run_by == Service.RunBy.CHARITY
    return {
        "controller": service.controller_in(language),
        "dpo_contact": service.dpo_contact,
        "ico_registration": service.ico_registration,
        "provider": service.provider if charity else "",
        "who_controls": service.text_in("who_controls", language) if charity else "",
    }
