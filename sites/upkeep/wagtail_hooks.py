"""The screens in Wagtail's admin: addresses, menu, and the way from each page."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, Site

from cms.models import PluginPage
from sites.upkeep import panel  # noqa: F401  (it registers a hook)
from sites.upkeep.report import DraftsScreen, ReviewsScreen
from sites.upkeep.screens import PageCareScreen, may_look_after

ICON = "calendar-check"


class ReviewsMenuItem(MenuItem):
    """Shown to whoever works on the pages of this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look_after(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_upkeep_urls() -> list[Any]:
    """The report, /admin/page-reviews/, and one page's owner and review."""
    return [
        path("page-reviews/", ReviewsScreen.as_view(), name="page_reviews"),
        path("waiting-drafts/", DraftsScreen.as_view(), name="waiting_drafts"),
        path("pages/<int:page_id>/care/", PageCareScreen.as_view(), name="page_care"),
    ]


@hooks.register("register_admin_menu_item")
def add_reviews_to_menu() -> MenuItem:
    """Beside what is to be mended."""
    return ReviewsMenuItem(
        gettext_lazy("Pages to review"),
        reverse("page_reviews"),
        icon_name=ICON,
        order=157,
    )


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def lead_to_the_care(
    page: Page, user: Any, view_name: Any = None, next_url: Any = None
) -> Iterator[Button]:
    """One entry for every page of a site."""
    model = page.cached_content_type.model_class() or Page
    if issubclass(model, PluginPage) and not page.alias_of_id:
        address = reverse("page_care", args=[page.pk])
        yield Button(_("Owner and review"), address, priority=61, icon_name=ICON)


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of its care."""
    for name, label in (
        ("upkeep.planned", gettext_lazy("Owner and review changed")),
        ("upkeep.reviewed", gettext_lazy("Reviewed: still right")),
    ):
        actions.register_action(name, label, label)
