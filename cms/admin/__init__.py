"""The admin's boundary: whose rows a person may see, and on which site they stand."""

from cms.admin.hooks import site_hook
from cms.admin.place import current_site, roles_at, sites_with_role
from cms.admin.policies import ActiveSitePolicy
from cms.admin.roster import Listed, listed_sites, register_roster
from cms.admin.todo import Todo
from cms.admin.viewsets import (
    SiteOwnedChooserViewSet,
    SiteOwnedViewSet,
    SiteScoped,
)

__all__ = [
    "ActiveSitePolicy",
    "Listed",
    "SiteOwnedChooserViewSet",
    "SiteOwnedViewSet",
    "SiteScoped",
    "Todo",
    "current_site",
    "listed_sites",
    "register_roster",
    "roles_at",
    "site_hook",
    "sites_with_role",
]
