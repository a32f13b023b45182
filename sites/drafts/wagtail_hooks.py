"""The screen in Wagtail's admin: its address, and the way to it from each page."""

from collections.abc import Iterator
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from cms.models import PluginPage
from sites.drafts.screens import ShareDraftScreen


@hooks.register("register_admin_urls")
def add_drafts_urls() -> list[Any]:
    """The link of one page's draft, /admin/pages/<id>/share-draft/."""
    screen = ShareDraftScreen.as_view()
    return [path("pages/<int:pk>/share-draft/", screen, name="share_draft")]


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def lead_to_the_link(
    page: Page, user: Any, view_name: Any = None, next_url: Any = None
) -> Iterator[Button]:
    """Where there is a draft that readers do not see yet."""
    model = page.cached_content_type.model_class() or Page
    if page.has_unpublished_changes and issubclass(model, PluginPage):
        address = reverse("share_draft", args=[page.pk])
        yield Button(_("Share the draft"), address, priority=62, icon_name="link")


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of its link."""
    for name, label in (
        ("drafts.shared", gettext_lazy("Draft shared by a link")),
        ("drafts.ended", gettext_lazy("Link to the draft ended")),
    ):
        actions.register_action(name, label, label)
