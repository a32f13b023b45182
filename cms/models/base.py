"""Abstract bases of every row that belongs to one site."""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.db import models
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Site

from cms.references import OwnSettingsForm
from cms.roles import CASEWORK_ROLES, SETTINGS_ROLES


class SiteOwned(models.Model):
    """A row of one site, seen only by that site's staff in one of `staff_roles`.

    The site is set by the server and never taken from a form.
    """

    staff_roles: ClassVar[AbstractSet[str]] = CASEWORK_ROLES

    site = models.ForeignKey(
        Site, on_delete=models.PROTECT, editable=False, related_name="+"
    )

    class Meta:
        abstract = True


class SiteSettings(BaseSiteSetting):
    """Settings of one site, changed by its managers."""

    base_form_class = OwnSettingsForm
    staff_roles: ClassVar[AbstractSet[str]] = SETTINGS_ROLES

    class Meta:
        abstract = True

    @classmethod
    def get_permission_policy(cls) -> Any:
        from cms.admin.policies import ActiveSitePolicy

        return ActiveSitePolicy(cls)
