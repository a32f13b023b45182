"""Name every site for lists of all: by its place, in the order of the alphabet."""

from wagtail.models import Site

from cms.admin import Listed, register_roster
from cms.language.alphabet import sort_key
from sites.models import Authority, Service


@register_roster
def write(language: str) -> list[Listed]:
    """The hub first, then the services; one query."""
    services = Service.objects.select_related("authority", "site__profile")
    named = [_listed(service, language) for service in services]
    return sorted(named, key=lambda listed: _place(listed, language))


def _listed(service: Service, language: str) -> Listed:
    site: Site = service.site
    authority = service.authority
    if authority is None:
        return Listed(site, service.name_in(language))
    is_foreign = language == "cy" and not authority.has_welsh_name
    return Listed(
        site,
        authority.area_name(language),
        language="en" if is_foreign else "",
        nation=authority.nation,
        nation_name=Authority.Nation(authority.nation).label,
    )


def _place(listed: Listed, language: str) -> tuple[bool, str]:
    return not listed.is_hub, sort_key(listed.name, language)
