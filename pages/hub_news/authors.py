"""By whom an item is: a service, the hub, an authority that is not on the platform."""

from collections.abc import Collection
from dataclasses import dataclass

from cms.epochs import under_stamps
from cms.models import Offer
from sites.models import Authority, Service


@dataclass(frozen=True)
class Author:
    """Whose name stands beside an item; only what came from outside has no service."""

    authority: Authority | None
    service: Service | None = None

    def name_in(self, language: str) -> str:
        """The service's name, else the council's."""
        if self.service:
            return str(self.service.name_in(language))
        return self.authority.council_name(language) if self.authority else ""


@dataclass(frozen=True)
class Authors:
    """Of several items, looked up together."""

    services: dict[int, Service]
    authorities: dict[str, Authority]

    def of(self, offer: Offer) -> Author:
        """Whoever offers it, or whose it is."""
        if offer.origin:
            return Author(self.authorities[offer.origin])
        return self.at(offer.site_id)

    def at(self, site_id: int) -> Author:
        """The service of a site; the hub has no authority."""
        service = self.services[site_id]
        return Author(service.authority, service)


def authors_of(offers: Collection[Offer], *others: int) -> Authors:
    """The authors of these offers and of the pages of other sites: a query or two."""
    sites = {*others, *(offer.site_id for offer in offers)}
    origins = {offer.origin for offer in offers if offer.origin}
    return Authors(_services(frozenset(sites)), _authorities(frozenset(origins)))


def _services(sites: frozenset[int]) -> dict[int, Service]:
    def find() -> dict[int, Service]:
        found = Service.objects.filter(site__in=sites).select_related("authority")
        return {service.site_id: service for service in found}

    return under_stamps(("hub_news.services", sites), find)


def _authorities(slugs: frozenset[str]) -> dict[str, Authority]:
    if not slugs:
        return {}

    def find() -> dict[str, Authority]:
        return {one.slug: one for one in Authority.objects.filter(slug__in=slugs)}

    return under_stamps(("hub_news.authorities", slugs), find)
