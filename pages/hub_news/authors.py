"""By whom an item is: a service, the hub, an authority that is not on the platform."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cms.epochs import keeps, under_stamps
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
    """The authors of these offers and of the pages of other sites: a query or two.

    On a public page everybody is looked up once while nothing changes, and not for each
    page of the list anew.
    """
    sites = {*others, *(offer.site_id for offer in offers)}
    origins = {offer.origin for offer in offers if offer.origin}
    return Authors(_services(sites), _authorities(origins) if origins else {})


def _services(sites: set[int]) -> dict[int, Service]:
    rows = Service.objects.select_related("authority")
    if keeps():
        return under_stamps(("hub_news.services",), lambda: _by_site(rows))
    return _by_site(rows.filter(site__in=sites))


def _by_site(rows: Iterable[Service]) -> dict[int, Service]:
    return {service.site_id: service for service in rows}


def _authorities(slugs: set[str]) -> dict[str, Authority]:
    rows = Authority.objects.all()
    if keeps():
        return under_stamps(("hub_news.authorities",), lambda: _by_slug(rows))
    return _by_slug(rows.filter(slug__in=slugs))


def _by_slug(rows: Iterable[Authority]) -> dict[str, Authority]:
    return {authority.slug: authority for authority in rows}
