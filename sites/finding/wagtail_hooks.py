"""The screens in Wagtail's admin: addresses and menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.finding.screens import MendingScreen, may_mend
from sites.finding.viewset import BestBetViewSet


class MendingMenuItem(MenuItem):
    """Shown to whoever works on the pages of this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_mend(request.user, Site.find_for_request(request))


@hooks.register("register_admin_viewset")
def add_best_results() -> BestBetViewSet:
    """Best results, /admin/best-results/."""
    return BestBetViewSet()


@hooks.register("register_admin_urls")
def add_finding_urls() -> list[Any]:
    """What to mend, /admin/mending/."""
    return [path("mending/", MendingScreen.as_view(), name="mending")]


@hooks.register("register_admin_menu_item")
def add_mending_to_menu() -> MenuItem:
    """Beside the board of both languages."""
    return MendingMenuItem(
        _("What to mend"), reverse("mending"), icon_name="clipboard-list", order=155
    )
