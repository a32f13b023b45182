"""The screen in Wagtail's admin: address and menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.broken_links.screens import BrokenLinksScreen
from sites.upkeep.screens import may_look_after


class BrokenLinksMenuItem(MenuItem):
    """Shown to whoever works on the pages of this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look_after(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_broken_links_url() -> list[Any]:
    """The report, /admin/broken-links/."""
    return [path("broken-links/", BrokenLinksScreen.as_view(), name="broken_links")]


@hooks.register("register_admin_menu_item")
def add_broken_links_to_menu() -> MenuItem:
    """Beside the pages to review."""
    return BrokenLinksMenuItem(
        _("Broken links"), reverse("broken_links"), icon_name="link", order=158
    )
