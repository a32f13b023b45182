"""Hooks that keep every service's homes in their place, and screens about services."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, Site
from wagtail.sites.forms import SiteForm

from cms.admin.features import may_roll_out, may_switch
from sites import network, wizard
from sites.hosts import refuse_other_names
from sites.keeping.screen import KeepingView, may_see_what_is_kept
from sites.mail_words import MailWordsViewSet
from sites.models import HomePage, ServiceRoot
from sites.screens import urls
from sites.screens.access import may_change
from sites.screens.panel import add_service_panel

SiteForm.clean_hostname = refuse_other_names

ANCHORS = (HomePage, ServiceRoot)
BULK = {"delete", "move", "unpublish"}


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
@hooks.register("before_move_page")
def keep_homes(request: HttpRequest, page: Page, *args: Any) -> HttpResponse | None:
    """A home stays published where it is: its pages would be 404 without it."""
    if not isinstance(page.specific, ANCHORS):
        return None
    _refuse(request)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_homes_from_bulk_actions(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """The same for several pages at once."""
    held = any(
        isinstance(obj, Page) and isinstance(obj.specific, ANCHORS) for obj in objects
    )
    if action_type not in BULK or not held:
        return None
    _refuse(request)
    return redirect("wagtailadmin_explore_root")


def _refuse(request: HttpRequest) -> None:
    messages.error(
        request,
        _("A home page stays published where it is. You can change what is on it."),
    )


class ServiceMenuItem(MenuItem):
    """Shown to whoever may change the settings of this host's service."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_change(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_settings_urls() -> list[Any]:
    """The settings of the service, /admin/service/."""
    return urls.urlpatterns


@hooks.register("register_settings_menu_item")
def add_settings_to_menu() -> MenuItem:
    """The service's settings stand first."""
    return ServiceMenuItem(
        gettext_lazy("Settings of the service"),
        reverse("service_settings"),
        icon_name="home",
        order=0,
    )


@hooks.register("register_admin_viewset")
def add_words_of_mails() -> MailWordsViewSet:
    """The screens on which a service writes the words of its mails."""
    return MailWordsViewSet()


hooks.register("construct_homepage_panels", add_service_panel, order=950)


class OwnAddressesMenuItem(MenuItem):
    """Shown to whoever looks after the settings of the host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_switch(request.user, Site.find_for_request(request))


class ServicesMenuItem(MenuItem):
    """Shown to whoever looks after the whole network."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_roll_out(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_network_urls() -> list[Any]:
    """The screens about web addresses, suspending and renaming."""
    return network.urlpatterns


@hooks.register("register_settings_menu_item")
def add_addresses_to_menu() -> MenuItem:
    """Where a service can be found: its managers read it."""
    return OwnAddressesMenuItem(
        gettext_lazy("Web addresses"),
        reverse("own_addresses"),
        icon_name="globe",
        order=5,
    )


class KeepingMenuItem(MenuItem):
    """Shown to the managers of the host's service."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_what_is_kept(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_keeping_url() -> list[Any]:
    """What is kept, and for how long."""
    return [path("keeping/", KeepingView.as_view(), name="keeping")]


@hooks.register("register_settings_menu_item")
def add_keeping_to_menu() -> MenuItem:
    """After the settings, in which a service says how long."""
    return KeepingMenuItem(
        gettext_lazy("What is kept"), reverse("keeping"), icon_name="bin", order=4
    )


@hooks.register("register_settings_menu_item")
def add_services_to_menu() -> MenuItem:
    """All services, for the network's administrators."""
    return ServicesMenuItem(
        gettext_lazy("Services"), reverse("services"), icon_name="globe", order=6
    )


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What the room writes into the audit log."""
    for name, label in (
        ("authorities.role_granted", gettext_lazy("Role granted")),
        ("authorities.role_revoked", gettext_lazy("Role revoked")),
        ("authorities.host_added", gettext_lazy("Web address added")),
        ("authorities.host_removed", gettext_lazy("Web address removed")),
        ("authorities.service_renamed", gettext_lazy("Service renamed")),
    ):
        actions.register_action(name, label, label)


class NewServiceMenuItem(MenuItem):
    """Shown at the hub to whoever may make services."""

    def is_shown(self, request: HttpRequest) -> bool:
        return wizard.may_make(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_wizard_urls() -> list[Any]:
    """The screens on which services are made, /admin/services/."""
    return wizard.urlpatterns


@hooks.register("register_settings_menu_item")
def add_wizard_to_menu() -> MenuItem:
    """Beside the features of all sites."""
    return NewServiceMenuItem(
        gettext_lazy("Create a service"),
        reverse("authorities_new_service"),
        icon_name="home",
        order=3,
    )
