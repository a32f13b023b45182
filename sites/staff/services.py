"""Change what people are at a site, and let them go. One transaction a function."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Site

from sites.entry.services import forget_factors
from sites.entry.sessions import end_sessions
from sites.memberships import grant, revoke
from sites.models import Membership
from sites.people.models import User
from sites.staff.invitations import withdraw
from sites.staff.queries import (
    factor_holders,
    waiting_invitations,
    works_elsewhere,
)
from sites.staff.refusals import LastManager, NoFactor, NotHere, WorksElsewhere
from sites.staff.roles import check_roles, lock_staff, managers_of, managing_role
from sites.staff.work import in_hand


@transaction.atomic
def change_roles(*, site: Site, user: Any, roles: Iterable[str], by: Any) -> list[str]:
    """Give a person of the site these roles and no others there.

    What they can no longer have in hand becomes nobody's; its words are returned.
    """
    return _set_roles(site, user, set(check_roles(site, roles)), by, to=None)


@transaction.atomic
def remove(*, site: Site, user: Any, by: Any, to: Any | None = None) -> list[str]:
    """Take every role of a person at the site; open browsers are refused at once.

    `to` is the colleague who takes over what they have in hand.
    """
    return _set_roles(site, user, set(), by, to=to)


@transaction.atomic
def reset_second_factor(*, site: Site, user: Any, by: Any) -> None:
    """For somebody of the site who lost theirs: they set up a new one.

    WorksElsewhere where it would open other services' inboxes too: those are for the
    network's administrators to decide.
    """
    if not Membership.objects.filter(site=site, user=user).exists():
        raise NotHere
    if works_elsewhere(site, user) or user.is_superuser:
        raise WorksElsewhere
    if not factor_holders([user.pk]):
        raise NoFactor
    forget_factors(user=user, by=by, site=site)


@transaction.atomic
def reset_second_factor_of_anybody(*, email: str, by: Any) -> None:
    """The same for a network administrator, who knows the person by their address."""
    user = User.objects.filter(email__iexact=email, is_superuser=False).first()
    if user is None or not factor_holders([user.pk]):
        raise NoFactor
    forget_factors(user=user, by=by)


def _set_roles(
    site: Site, user: Any, wanted: set[str], by: Any, *, to: Any | None
) -> list[str]:
    lock_staff(site)
    held = set(
        Membership.objects.filter(site=site, user=user).values_list("role", flat=True)
    )
    if not held:
        raise NotHere
    others = managers_of(site).exclude(user=user)
    if managing_role(site) in held - wanted and not others.exists():
        raise LastManager
    for role in sorted(wanted - held):
        grant(user=user, site=site, role=role, by=by)
    left_behind = _hand_over(site, user, wanted, by, to)
    for role in sorted(held - wanted):
        revoke(user=user, site=site, role=role, by=by)
    if managing_role(site) in held - wanted:
        _withdraw_invitations_of(user, site, by)
    if not Membership.objects.filter(user=user).exists():
        end_sessions(user)
    return left_behind


def _withdraw_invitations_of(user: Any, site: Site, by: Any) -> None:
    """Whoever no longer chooses the people leaves nobody on the doorstep."""
    for invitation in waiting_invitations(site).filter(invited_by=user):
        withdraw(invitation=invitation, by=by)


def _hand_over(
    site: Site, user: Any, wanted: set[str], by: Any, to: Any | None
) -> list[str]:
    """What they may no longer have in hand goes to `to`, or to nobody."""
    lost = [held for held in in_hand(site, user) if not held.work.roles & wanted]
    for held in lost:
        held.work.hand_over(site=site, user=user, to=to, by=by)
    return [held.words for held in lost]
