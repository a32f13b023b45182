"""Grant and revoke roles. The only writer of anybody's groups."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Site

from cms.models import RoleGroup
from sites.models import Membership


@transaction.atomic
def grant(*, user: Any, site: Site, role: str, by: Any = None) -> Membership:
    """Give a person a role at a site; giving it twice changes nothing."""
    membership, created = Membership.objects.get_or_create(
        user=user, site=site, role=role
    )
    user.groups.add(_group(site, role))
    _forget(user)
    if created:
        log(membership, "authorities.role_granted", user=by)
    return membership


@transaction.atomic
def revoke(*, user: Any, site: Site, role: str, by: Any = None) -> None:
    """Take a role away at once; open browsers are refused on their next request."""
    for membership in Membership.objects.filter(user=user, site=site, role=role):
        log(membership, "authorities.role_revoked", user=by)
        membership.delete()
    user.groups.remove(_group(site, role))
    _forget(user)


def _group(site: Site, role: str) -> Group:
    return RoleGroup.objects.select_related("group").get(site=site, role=role).group


def _forget(user: Any) -> None:
    for name in ("_role_pairs", "_editable_roots"):
        user.__dict__.pop(name, None)
