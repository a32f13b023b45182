"""Tell the theme what stands around a service's pages: its name, numbers and links."""

from typing import Any

from django.urls import reverse
from wagtail.models import Site

from cms.routing import load_with_site
from cms.theme.furniture import register_furniture
from sites.defaults import council_as_object
from sites.models import Service

load_with_site("service__authority")


@register_furniture
def service_furniture(site: Site, language: str) -> dict[str, Any]:
    """The service's name and the numbers for a worry about a child."""
    service = Service.of(site)
    if service is None:
        return {}
    return {
        "service_name": service.name_in(language),
        "contact": {"phone": service.phone, "email": service.email},
        "safeguarding": _safeguarding(site, service, language),
        "service": service,
    }


def _safeguarding(site: Site, service: Service, language: str) -> dict[str, str]:
    if site.profile.is_hub:
        return {"finder_url": reverse("authorities:find")}
    return {
        "council": _council_to_ring(service, language),
        "day_phone": service.day_phone,
        "out_of_hours_phone": service.night_phone,
        "staff_concern_contact": service.staff_concern_contact,
    }


def _council_to_ring(service: Service, language: str) -> str:
    """The council as it follows "ring" («ffoniwch»)."""
    if service.authority is None:
        return service.controller_in(language)
    return council_as_object(service.authority, language)
