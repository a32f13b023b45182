"""Where the papers stand in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from sites.keeping.screen import may_see_what_is_kept
from sites.notices.screens import AssessmentView, RecordsView


class PaperMenuItem(MenuItem):
    """Shown to the managers of the host's service."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_what_is_kept(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_papers() -> list[Any]:
    """The two papers."""
    return [
        path("data-protection/records/", RecordsView.as_view(), name="records"),
        path(
            "data-protection/assessment/",
            AssessmentView.as_view(),
            name="impact_assessment",
        ),
    ]


@hooks.register("register_settings_menu_item")
def add_records_to_menu() -> MenuItem:
    """Beside what is kept."""
    return PaperMenuItem(
        _("Records of processing"), reverse("records"), icon_name="doc-full", order=60
    )


@hooks.register("register_settings_menu_item")
def add_assessment_to_menu() -> MenuItem:
    """After the records, which it builds on."""
    return PaperMenuItem(
        _("Impact assessment"),
        reverse("impact_assessment"),
        icon_name="doc-full",
        order=61,
    )
