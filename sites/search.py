"""What the hub's search knows of places: each council's service, by any of its names.

A place is found by its name in either language and by every stored form of it. The
register is read in one query, and the services of what was found in another.
"""

from collections.abc import Collection

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Site

from cms.language.choice import shown_language
from cms.mail import site_url
from cms.search import (
    Query,
    Result,
    agrees,
    register_best_bets,
    register_names,
    register_origins,
)
from cms.search import words_of as words_in
from sites.models import Authority, Service
from sites.place_names import council

MOST = 5
_PLACE = ("area_name_en", "area_name_cy", "in_cy", "to_cy", "of_cy", "and_cy")
_COUNCIL = ("name_en", "name_cy")


@register_names
def names_of_services(sites: Collection[int], language: str) -> dict[int, str]:
    """The services' names, in one query."""
    found = Service.objects.filter(site__in=sites)
    return {service.site_id: service.name_in(language) for service in found}


@register_origins
def names_of_authorities(slugs: Collection[str], language: str) -> dict[str, str]:
    """The councils' names, in one query."""
    found = Authority.objects.filter(slug__in=slugs)
    return {authority.slug: authority.council_name(language) for authority in found}


@register_best_bets
def places_named(site: Site, query: Query, language: str) -> list[Result]:
    """At the hub: the councils of which some name has all the words."""
    if not site.profile.is_hub:
        return []
    current = Authority.objects.current().in_order(language)
    found = [one for one in current if _is_named(one, query)][:MOST]
    here = Q(authority__in=[one.pk for one in found])
    services = Service.objects.filter(here).select_related("site__profile")
    by_authority = {service.authority_id: service for service in services}
    return [_shown(one, by_authority.get(one.pk), language) for one in found]


def _is_named(authority: Authority, query: Query) -> bool:
    """Whether its names have all the words, and one of them is the place's own."""
    place = _words(authority, _PLACE)
    every = place | _words(authority, _COUNCIL)
    return any(_is_among(word, place) for word in query.words) and all(
        _is_among(word, every) for word in query.words
    )


def _words(authority: Authority, names: Collection[str]) -> set[str]:
    return {word for name in names for word in words_in(getattr(authority, name))}


def _is_among(word: str, known: Collection[str]) -> bool:
    """By the letters alone: the forms a name takes are stored."""
    return any(_is_as_long(one, word) and agrees(one, word, "en") for one in known)


def _is_as_long(known: str, wanted: str) -> bool:
    """A few letters name no place: half of one does."""
    return 2 * len(wanted) >= len(known)


def _shown(authority: Authority, service: Service | None, language: str) -> Result:
    """The service where there is one, else the council in the look-up."""
    if service is None:
        phrase = council(authority, "", language)
        find = reverse("authorities:find")
        return Result(
            title=str(phrase),
            url=f"{find}?council={authority.slug}",
            language="en" if phrase.needs_mark else "",
            above=[gettext("Find your service")],
        )
    return Result(
        title=service.name_in(language),
        url=site_url(service.site, f"/{shown_language(service.site, language)}/"),
        above=[gettext("Find your service")],
    )
