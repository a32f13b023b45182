"""The People screens in Wagtail's admin: addresses, menu, words of the audit log."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Site

from sites.staff import admin


class PeopleMenuItem(MenuItem):
    """Shown to whoever looks after the people of the host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        site = Site.find_for_request(request)
        return admin.may_look_after_people(request.user, site)


class ServicesMenuItem(MenuItem):
    """Shown at the hub to whoever may invite a service's first manager."""

    def is_shown(self, request: HttpRequest) -> bool:
        site = Site.find_for_request(request)
        return admin.may_look_after_all(request.user, site)


@hooks.register("register_admin_urls")
def add_staff_urls() -> list[Any]:
    """The People screens, /admin/staff/."""
    return admin.urlpatterns


@hooks.register("register_settings_menu_item")
def add_people_to_menu() -> MenuItem:
    """People stand beside the features."""
    return PeopleMenuItem(_("People"), reverse("staff"), icon_name="group", order=3)


@hooks.register("register_settings_menu_item")
def add_services_to_menu() -> MenuItem:
    """Who shall begin at a service: for the network's administrators."""
    return ServicesMenuItem(
        _("First managers"), reverse("staff_services"), icon_name="globe", order=4
    )


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What the room writes into the audit log."""
    for name, label in (
        ("staff.invited", _("Person invited")),
        ("staff.invited_again", _("Invitation sent again")),
        ("staff.invitation_withdrawn", _("Invitation withdrawn")),
        ("staff.invitation_accepted", _("Invitation accepted")),
    ):
        actions.register_action(name, label, label)
