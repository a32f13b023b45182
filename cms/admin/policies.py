"""Permission on site-owned rows: by role at the row's site, its plugin being on.

Superusers are bound too: administering the installation is not working the inbox.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from wagtail.models import Site
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.activation import sites_with
from cms.admin.place import sites_with_role
from cms.models import SiteOwned, SiteSettings
from cms.plugins import plugin_of


class ActiveSitePolicy(SitePermissionPolicy):
    """Allows an action to holders of the model's `staff_roles` on active sites."""

    @property
    def roles(self) -> AbstractSet[str]:
        """The roles that work on rows of this model."""
        roles: AbstractSet[str] = self.model.staff_roles
        return roles

    def site_ids(self, user: Any) -> set[int]:
        """Ids of the sites whose rows of this model the person may work on."""
        ids = sites_with_role(user, self.roles)
        label = self.model._meta.app_label
        if ids and plugin_of(label):
            ids = sites_with(label, ids)
        return ids

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return bool(self.site_ids(user))

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        pk = instance.pk if isinstance(instance, Site) else instance.site_id
        return pk in self.site_ids(user)

    def sites_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Site]:
        return Site.objects.filter(pk__in=self.site_ids(user))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        return self._holders(groups__role__role__in=self.roles)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Any
    ) -> QuerySet[Any]:
        pk = instance.pk if isinstance(instance, Site) else instance.site_id
        return self._holders(groups__role__role__in=self.roles, groups__role__site=pk)

    def _holders(self, **conditions: Any) -> QuerySet[Any]:
        users = get_user_model().objects.filter(is_active=True, **conditions)
        return users.distinct()


def register_policies() -> None:
    """Give every site-owned model its policy, before any stock fallback exists."""
    for model in apps.get_models():
        if _is_site_owned(model):
            register_permission_policy(model, ActiveSitePolicy(model))


def _is_site_owned(model: type[Model]) -> bool:
    return issubclass(model, SiteOwned) and not issubclass(model, SiteSettings)
