"""Where the requests stand in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.rights.panel import add_rights_panel
from sites.rights.screens.base import may_answer
from sites.rights.screens.urls import urlpatterns


class RightsMenuItem(MenuItem):
    """Shown to the managers of the host's service."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_answer(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_addresses() -> list[Any]:
    """The list, and the screens of one request."""
    return urlpatterns


@hooks.register("register_settings_menu_item")
def add_rights_to_menu() -> MenuItem:
    """Beside the records of processing."""
    return RightsMenuItem(
        _("People’s own data"), reverse("rights"), icon_name="user", order=62
    )


hooks.register("construct_homepage_panels", add_rights_panel, order=960)
