"""Where a person stands in the admin (the host's site) and what they are there."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from django.http import Http404, HttpRequest
from wagtail.models import Site

from cms.models import RoleGroup


def current_site(request: HttpRequest) -> Site:
    """The site of the host the request came to; Http404 on a host of no service."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def role_pairs(user: Any) -> frozenset[tuple[int, str]]:
    """The (site id, role) pairs of a person; one query for each user object."""
    if not (user.is_authenticated and user.is_active):
        return frozenset()
    known: frozenset[tuple[int, str]] | None = getattr(user, "_role_pairs", None)
    if known is None:
        groups = RoleGroup.objects.filter(group__user=user)
        known = frozenset(groups.values_list("site_id", "role"))
        user._role_pairs = known
    return known


def roles_at(user: Any, site: Site) -> frozenset[str]:
    """The roles a person holds at `site`."""
    return frozenset(role for pk, role in role_pairs(user) if pk == site.pk)


def sites_with_role(user: Any, roles: AbstractSet[str] | Iterable[str]) -> set[int]:
    """Ids of the sites at which a person holds any of `roles`."""
    wanted = set(roles)
    return {pk for pk, role in role_pairs(user) if role in wanted}
