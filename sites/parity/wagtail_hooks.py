"""The screens in Wagtail's admin: addresses and menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.parity import bulk, panel, urls  # noqa: F401  (they register hooks)
from sites.parity.screens.access import may_see, may_see_all


class BoardMenuItem(MenuItem):
    """Shown to whoever writes, translates or publishes at this host's service."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user, Site.find_for_request(request))


class AllServicesMenuItem(MenuItem):
    """Shown at the hub to whoever may see all services' scores."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_all(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_parity_urls() -> list[Any]:
    """How both languages stand, /admin/parity/."""
    return urls.urlpatterns


@hooks.register("register_admin_menu_item")
def add_board_to_menu() -> MenuItem:
    """Beside the pages."""
    return BoardMenuItem(
        _("Both languages"), reverse("parity"), icon_name="globe", order=150
    )


@hooks.register("register_admin_menu_item")
def add_all_services_to_menu() -> MenuItem:
    """At the hub in its place."""
    return AllServicesMenuItem(
        _("Both languages"), reverse("parity_services"), icon_name="globe", order=150
    )
