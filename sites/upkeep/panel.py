"""First on the dashboard: what to do this week."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.admin import Todo, current_site, roles_at
from sites.upkeep.week import this_week


class WeekPanel(Component):
    """Each line leads to where it is done."""

    name = "this_week"
    order = 5
    template_name = "upkeep/week.html"

    def __init__(self, todos: list[Todo]) -> None:
        self.todos = todos

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"todos": self.todos}


@hooks.register("construct_homepage_panels", order=960)
def add_this_week(request: HttpRequest, panels: list[Any]) -> None:
    """For everybody who works here, also where there is nothing to do."""
    site = current_site(request)
    if request.user.is_superuser or roles_at(request.user, site):
        panels.insert(0, WeekPanel(this_week(request.user, site)))
