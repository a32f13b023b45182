"""The dashboard tells what waits for a plugin whose package is gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Site

from cms.admin.place import current_site, roles_at
from cms.retirement import holdings, labels_that_left_types, missing_pages
from cms.roles import CASEWORK_ROLES, SETTINGS_ROLES


@dataclass(frozen=True)
class Waiting:
    """How many rows of one kind wait for the plugin."""

    name: Any
    count: int


class MissingPlugins(Component):
    """For managers and caseworkers of a site, and for whoever runs the installation."""

    name = "missing_plugins"
    order = 5
    template_name = "cms/admin/missing_panel.html"

    def __init__(self, request: HttpRequest, labels: list[str]) -> None:
        self.site = None if request.user.is_superuser else current_site(request)
        self.labels = labels

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        told = [(label, list(self._waiting(label))) for label in self.labels]
        return {"plugins": [(label, rows) for label, rows in told if rows]}

    def render_html(self, parent_context: Any = None) -> str:
        if not self.get_context_data(parent_context)["plugins"]:
            return ""
        return str(super().render_html(parent_context))

    def _waiting(self, label: str) -> Iterator[Waiting]:
        pages = missing_pages().filter(content_type__app_label=label)
        for rows in (self._here(pages), *map(self._here, _told(label))):
            if count := rows.count():
                yield Waiting(rows.model._meta.verbose_name_plural, count)

    def _here(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.site is None:
            return rows
        if issubclass(rows.model, Page):
            return rows.filter(path__startswith=self.site.root_page.path[:8])
        return rows.filter(site=self.site)


def _told(label: str) -> Iterator[QuerySet[Any]]:
    for holding in holdings():
        if holding.precious:
            yield holding.precious(label)


@hooks.register("construct_homepage_panels", order=900)
def tell_of_missing_plugins(request: HttpRequest, panels: list[Any]) -> None:
    """Told to those who can do something about it, where something waits."""
    if not _may_know(request.user, current_site(request)):
        return
    if labels := labels_that_left_types():
        panels.insert(0, MissingPlugins(request, labels))


def _may_know(user: Any, site: Site) -> bool:
    return user.is_superuser or bool(
        roles_at(user, site) & (SETTINGS_ROLES | CASEWORK_ROLES)
    )
