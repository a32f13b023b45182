"""Who sees to young people's requests: on duty, the deputy, the manager."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Site

from cms.roles import Role
from forms.casework.duty.models import PassedUp
from sites.cover import away, caseworkers, stands_in
from sites.models import FormTerms, Service


def on_duty(service: Service, kind: str) -> list[Any]:
    """Whom a young person's request alerts: nobody where the service named nobody."""
    terms = service.terms_of(kind)
    if terms.on_duty is None:
        return []
    site = service.site
    return _first_here(site, [_named(site, terms.on_duty), *_others(site, terms)])


def told_as(service: Service, kind: str, to: str) -> list[Any]:
    """Who is told that nobody opened it: the deputy, or later the manager.

    If they are away it is whoever stands in; if all are away, they are told none the
    less: better read late than by nobody.
    """
    deputies, *rest = _others(service.site, service.terms_of(kind))
    groups = rest if to == PassedUp.To.MANAGER else [deputies, *rest]
    return _first_here(service.site, groups)


def _others(site: Site, terms: FormTerms) -> list[list[Any]]:
    """The deputy; in their place the managers; in theirs, everybody who works here."""
    managers = list(caseworkers(site, {Role.MANAGER.value}))
    return [_named(site, terms.deputy), managers, list(caseworkers(site))]


def _named(site: Site, pk: int | None) -> list[Any]:
    """One person, as long as they work here."""
    return list(caseworkers(site).filter(pk=pk or 0))


def _first_here(site: Site, groups: Iterable[list[Any]]) -> list[Any]:
    """The first of the groups of whom anybody is here, or somebody in their place.

    Where nobody at all is here: the managers, or else everybody who works here.
    """
    covers, asked = away(site), list(groups)
    for group in asked:
        here = {p.pk: p for p in _readers(group, covers)}
        if here:
            return list(here.values())
    managers = list(caseworkers(site, {Role.MANAGER.value}))
    return managers or list(caseworkers(site))


def _readers(people: Iterable[Any], covers: Any) -> Iterator[Any]:
    for person in people:
        reader = stands_in(person.pk, covers) if person.pk in covers else person
        if reader is not None:
            yield reader
