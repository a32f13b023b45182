"""Translators see on the dashboard what they are asked for, and find it in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from cms.admin.place import current_site
from cms.admin.translations.page import may_translate
from cms.language.translations.tasks import open_tasks
from cms.models import TranslationTask

ICON = "wagtail-localize-language"
SHOWN = 5


class TasksPanel(Component):
    """One's own tasks and those that are anybody's, the earliest first."""

    name = "translation_tasks"
    order = 55
    template_name = "cms/admin/translations/panel.html"

    def __init__(self, tasks: list[TranslationTask]) -> None:
        self.tasks = tasks

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"tasks": self.tasks}


class TasksMenuItem(MenuItem):
    """Shown to whoever writes or translates pages here."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_translate(request.user, Site.find_for_request(request))


@hooks.register("construct_homepage_panels")
def tell_of_tasks(request: HttpRequest, panels: list[Any]) -> None:
    """Only where something waits for the person."""
    site = current_site(request)
    if not may_translate(request.user, site):
        return
    wanted = (None, request.user.pk)
    tasks = [task for task in open_tasks(site) if task.assignee_id in wanted]
    if tasks:
        panels.append(TasksPanel(tasks[:SHOWN]))


@hooks.register("register_admin_menu_item")
def add_to_menu() -> MenuItem:
    """After the pages."""
    return TasksMenuItem(
        gettext_lazy("To translate"),
        reverse("cms_translations"),
        name="translations",
        icon_name=ICON,
        order=205,
    )
