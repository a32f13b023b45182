"""Who may see how both languages stand."""

from typing import Any

from wagtail.models import Site

from cms.admin import roles_at
from cms.roles import HUB_QUEUE_ROLES, PAGE_ROLES


def may_see(user: Any, site: Site | None) -> bool:
    """At a service: whoever writes, translates or publishes its pages."""
    if site is None or site.profile.is_hub:
        return False
    return bool(user.is_superuser or roles_at(user, site) & PAGE_ROLES)


def may_see_all(user: Any, site: Site | None) -> bool:
    """At the hub: its editors and the network's administrators."""
    if site is None or not site.profile.is_hub:
        return False
    return bool(user.is_superuser or roles_at(user, site) & HUB_QUEUE_ROLES)
