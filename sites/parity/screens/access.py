"""Who may see how both languages stand."""

from typing import Any

from wagtail.models import Site

from cms.admin import roles_at
from cms.roles import PAGE_ROLES


def may_see(user: Any, site: Site | None) -> bool:
    """Whoever writes, translates or publishes at `site`; whoever runs everything."""
    if site is None:
        return False
    return bool(user.is_superuser or roles_at(user, site) & PAGE_ROLES)
