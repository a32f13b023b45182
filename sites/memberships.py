"""Grant and revoke roles. The only writer of anybody's groups."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import m2m_changed, pre_delete
from django.dispatch import receiver
from wagtail.log_actions import log
from wagtail.models import Site

from cms.models import RoleGroup
from sites.models import Membership
from sites.people.models import User

_writing: ContextVar[bool] = ContextVar("writing_memberships", default=False)


@transaction.atomic
def grant(*, user: Any, site: Site, role: str, by: Any = None) -> Membership:
    """Give a person a role at a site; giving it twice changes nothing."""
    membership, created = Membership.objects.get_or_create(
        user=user, site=site, role=role
    )
    with _as_the_writer():
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
    with _as_the_writer():
        user.groups.remove(_group(site, role))
    _forget(user)


def _group(site: Site, role: str) -> Group:
    return RoleGroup.objects.select_related("group").get(site=site, role=role).group


def _forget(user: Any) -> None:
    for name in ("_role_pairs", "_editable_roots"):
        user.__dict__.pop(name, None)


@receiver(m2m_changed, sender=User.groups.through)
def refuse_other_writers(
    sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any
) -> None:
    """PermissionDenied where anything else gives or takes a role.

    Wagtail's own form for people offers every group: without this, whoever runs the
    installation could make themselves a coordinator, and nobody would be told.
    """
    if _writing.get() or not action.startswith("pre_"):
        return
    groups = {instance.pk} if reverse else pk_set
    if groups is None:
        groups = set(instance.groups.values_list("pk", flat=True))
    if RoleGroup.objects.filter(pk__in=groups).exists():
        raise PermissionDenied


@receiver(pre_delete, sender=Group)
def keep_groups_of_roles(sender: Any, instance: Group, **kwargs: Any) -> None:
    """PermissionDenied for the group of a role: everybody in it would lose the role.

    It goes with its service, after the row that makes it a role's.
    """
    if RoleGroup.objects.filter(group=instance).exists():
        raise PermissionDenied


@contextmanager
def _as_the_writer() -> Iterator[None]:
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)
