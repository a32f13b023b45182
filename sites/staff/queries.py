"""Who works at a site, as its manager may see them: nothing of other sites."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.models import Site

from cms.roles import Role
from sites.entry.requirement import FACTORS
from sites.models import Membership
from sites.people.models import User
from sites.staff.models import Invitation


@dataclass
class Person:
    """One person and their roles at one site."""

    user: Any
    roles: list[str] = field(default_factory=list)
    has_second_factor: bool = False

    @property
    def role_names(self) -> list[str]:
        """Their roles in the reader's language, in the usual order."""
        return [str(role.label) for role in Role if role in self.roles]


def people_of(site: Site) -> list[Person]:
    """Everybody who works at the site, by name; two queries however many they are."""
    found: dict[int, Person] = {}
    rows = Membership.objects.filter(site=site).select_related("user")
    for row in rows.order_by("user__first_name", "user__last_name", "user__pk"):
        found.setdefault(row.user_id, Person(row.user)).roles.append(row.role)
    holders = factor_holders(found)
    for pk, person in found.items():
        person.has_second_factor = pk in holders
    return list(found.values())


def factor_holders(ids: Iterable[int]) -> set[int]:
    """Those of the people who have an authenticator app or a passkey."""
    rows = Authenticator.objects.filter(user_id__in=list(ids), type__in=FACTORS)
    return set(rows.values_list("user_id", flat=True))


def person_at(site: Site, user_id: int) -> Person | None:
    """One of the site's people; None for anybody else."""
    rows = Membership.objects.filter(site=site, user=user_id).select_related("user")
    held = list(rows)
    if not held:
        return None
    return Person(
        held[0].user, [row.role for row in held], bool(factor_holders([user_id]))
    )


def works_elsewhere(site: Site, user: Any) -> bool:
    """Whether the person holds a role at any other site."""
    return bool(Membership.objects.filter(user=user).exclude(site=site).exists())


def colleagues(site: Site, user: Any, roles: Any) -> QuerySet[User]:
    """The others at the site who hold one of `roles`."""
    theirs = Membership.objects.filter(site=site, role__in=roles, user=OuterRef("pk"))
    people = User.objects.filter(Exists(theirs), is_active=True).exclude(pk=user.pk)
    return people.order_by("first_name", "last_name", "pk")


def waiting_invitations(site: Site) -> QuerySet[Invitation]:
    """Invitations of the site of which nothing has come yet, newest first."""
    rows = Invitation.objects.filter(site=site, accepted_at=None, withdrawn_at=None)
    return rows.select_related("invited_by")


def managers_by_site() -> dict[int, int]:
    """How many look after the people of each service, by the site's id; one query."""
    counted: dict[int, int] = defaultdict(int)
    rows = Membership.objects.filter(role=Role.MANAGER, user__is_active=True)
    for site_id in rows.values_list("site_id", flat=True):
        counted[site_id] += 1
    return counted


def sites_with_invited_manager() -> set[int]:
    """Ids of the sites to which somebody is invited to look after the people there."""
    rows = Invitation.objects.filter(
        accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    )
    pairs = rows.values_list("site_id", "roles")
    return {site_id for site_id, roles in pairs if Role.MANAGER in roles}
