"""What each role does in a few words, and who looks after a site's people."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import SiteProfile
from cms.roles import Role
from sites.models import Membership
from sites.staff.refusals import RoleNotHere

HINTS: dict[str, str | Promise] = {
    Role.MANAGER: _(
        "Looks after the service: people, settings, features, pages and the inbox."
    ),
    Role.COORDINATOR: _(
        "Works the inbox: applications and requests, with everybody’s details."
    ),
    Role.EDITOR: _(
        "Writes pages and news, and publishes them unless a manager approves each page."
        " Does not see the inbox."
    ),
    Role.TRANSLATOR: _(
        "Writes and translates pages, and does not publish them. Does not see the"
        " inbox."
    ),
    Role.HUB_EDITOR: _("Writes the hub’s pages and decides on offered news."),
    Role.NETWORK_ADMIN: _(
        "Looks after the hub and the features of all sites. Sees nobody’s inbox."
    ),
}


def check_roles(site: Site, roles: Iterable[str]) -> list[str]:
    """The roles in their usual order; RoleNotHere if none, or one is not the site's."""
    chosen = set(roles)
    if not chosen or chosen - set(site.profile.roles):
        raise RoleNotHere
    return [role.value for role in site.profile.roles if role in chosen]


def managing_role(site: Site) -> Role:
    """The role that looks after the site's people."""
    return Role.NETWORK_ADMIN if site.profile.is_hub else Role.MANAGER


def managers_of(site: Site) -> Any:
    """The memberships of those who look after the site's people and can sign in."""
    return Membership.objects.filter(
        site=site, role=managing_role(site), user__is_active=True
    )


def has_manager(site: Site) -> bool:
    """Whether anybody looks after the site's people."""
    return bool(managers_of(site).exists())


def lock_staff(site: Site) -> None:
    """One change at a time: of two managers who remove each other, one stays."""
    SiteProfile.objects.select_for_update().get(site=site)
