"""Who may open the screens of national texts, and what stands around them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.admin.features.screens import Screen
from cms.admin.place import roles_at
from cms.roles import NATIONAL_TEXT_ROLES, OWN_TEXT_ROLES

LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
NATIONS = {"England": _("England"), "Wales": _("Wales")}


def may_take(user: Any, site: Site | None) -> bool:
    """Whether the person decides on national texts for the service of this host."""
    if site is None or site.profile.is_hub:
        return False
    return bool(roles_at(user, site) & OWN_TEXT_ROLES)


def may_write(user: Any, site: Site | None) -> bool:
    """Whether the person, at the hub, writes the national texts."""
    if site is None or not site.profile.is_hub:
        return False
    return bool(roles_at(user, site) & NATIONAL_TEXT_ROLES)


class ServiceTexts(Screen):
    """A screen of a service's own managers and editors."""

    header_icon = "doc-full-inverse"
    may_open = may_take


class HubTexts(Screen):
    """A screen of the hub's editors and the network's administrators."""

    header_icon = "doc-full-inverse"
    may_open = may_write
