"""Where the log of reads stands in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.reads import screen
from sites.reads.log import may_read


class ReadsMenuItem(MenuItem):
    """Shown to the managers of this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_addresses() -> list[Any]:
    """The screen's address, and its file's."""
    return [
        path("reads/", screen.ReadsView.as_view(), name="reads"),
        path("reads/csv/", screen.ReadsCsvView.as_view(), name="reads_csv"),
    ]


@hooks.register("register_settings_menu_item")
def add_reads_to_menu() -> MenuItem:
    """Beside the log of sign-ins."""
    return ReadsMenuItem(
        _("Who has read what"), reverse("reads"), icon_name="view", order=59
    )
