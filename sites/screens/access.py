"""Who may see and change a service's settings."""

from typing import Any

from wagtail.models import Site

from cms.admin import roles_at, sites_with_role
from cms.roles import CASEWORK_ROLES, SETTINGS_ROLES, Role


def may_change(user: Any, site: Site | None) -> bool:
    """Its own managers; the network's administrators at every service."""
    if site is None:
        return False
    if roles_at(user, site) & SETTINGS_ROLES:
        return True
    return bool(sites_with_role(user, {Role.NETWORK_ADMIN}))


def may_know(user: Any, site: Site) -> bool:
    """Who is told what is missing: whoever may change it, and coordinators."""
    return bool(roles_at(user, site) & CASEWORK_ROLES) or may_change(user, site)
