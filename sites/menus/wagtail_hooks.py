"""The screen in Wagtail's admin: its address and its place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.menus.screens import MenuScreen, may_arrange


class SiteMenuItem(MenuItem):
    """Shown to whoever publishes pages of this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_arrange(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_menu_urls() -> list[Any]:
    """/admin/site-menu/."""
    return [path("site-menu/", MenuScreen.as_view(), name="site_menu")]


@hooks.register("register_admin_menu_item")
def add_site_menu_to_menu() -> MenuItem:
    """Beside the best results of the search."""
    return SiteMenuItem(
        _("Menu of the site"), reverse("site_menu"), icon_name="bars", order=172
    )
