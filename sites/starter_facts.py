"""Tell page files the names of a service's place and council, in each language."""

from wagtail.models import Site

from cms.starter import register_facts
from sites.models import Service
from sites.place_names import area, council


@register_facts
def place_facts(site: Site, language: str) -> dict[str, str]:
    """The place and the council as sentences need them; nothing for the hub."""
    found = Service.objects.filter(site=site, authority__isnull=False)
    service = found.select_related("authority").first()
    if service is None or service.authority is None:
        return {}
    authority = service.authority
    return {
        "nation": authority.nation,
        "area": str(area(authority, "", language)),
        "in_area": str(area(authority, "in", language)),
        "council": str(council(authority, "", language)),
    }
