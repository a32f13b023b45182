"""Who may make services, and what stands around each of the screens."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.admin.features.screens import Screen, may_roll_out


def may_make(user: Any, site: Site | None) -> bool:
    """Whether the person, at this host, may make services: at the hub alone."""
    if site is None or not site.profile.is_hub:
        return False
    return may_roll_out(user, site)


class WizardScreen(Screen):
    """A screen of the hub on which services are made."""

    header_icon = "home"
    may_open = may_make
    above = [("authorities_new_service", _("Create a service"))]
