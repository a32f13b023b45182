"""Who is away from a service, and who stands in for them."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from cms.roles import CASEWORK_ROLES
from sites.models import Cover


def caseworkers(site: Site, roles: Iterable[str] = CASEWORK_ROLES) -> QuerySet[Any]:
    """The people who may have a case at `site`, or those of them in `roles`."""
    return (
        get_user_model()
        .objects.filter(
            is_active=True,
            groups__role__site=site,
            groups__role__role__in=CASEWORK_ROLES.intersection(roles),
        )
        .distinct()
        .order_by("first_name", "last_name", "pk")
    )


def away(site: Site, day: datetime.date | None = None) -> dict[int, Cover]:
    """Who is away from `site` on `day` (today), by their id; one query.

    Of two covers for the same person, the one that began last counts.
    """
    day = day or timezone.localdate()
    covers = Cover.objects.filter(site=site, starts_on__lte=day, ends_on__gte=day)
    return {c.person_id: c for c in covers.select_related("person", "deputy")}


def stands_in(person_id: int, covers: dict[int, Cover]) -> Any | None:
    """Who stands in for somebody who is away: the first deputy who is not away too.

    None where every deputy is away, be it that they stand in for one another.
    """
    seen = {person_id}
    cover = covers.get(person_id)
    while cover is not None:
        if cover.deputy_id not in covers:
            return cover.deputy
        if cover.deputy_id in seen:
            return None
        seen.add(cover.deputy_id)
        cover = covers.get(cover.deputy_id)
    return None


def present(people: Iterable[Any], site: Site) -> list[Any]:
    """These people, with the deputy in the place of each who is away.

    Whoever is away and has nobody to stand in stays: better read late than by nobody.
    """
    covers = away(site)
    found = {}
    for person in people:
        reader = person
        if person.pk in covers:
            reader = stands_in(person.pk, covers) or person
        found[reader.pk] = reader
    return list(found.values())
