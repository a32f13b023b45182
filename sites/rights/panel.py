"""The dashboard's panel: requests whose month is nearly over, or over."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from cms.admin import current_site
from sites.rights.clock import SOON
from sites.rights.models import RightsRequest
from sites.rights.screens.base import may_answer


class RightsPanel(Component):
    """For managers, by number and day: it names nobody."""

    name = "rights"
    order = 7
    template_name = "rights/panel.html"

    def __init__(self, waiting: list[RightsRequest]) -> None:
        self.waiting = waiting

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"waiting": self.waiting}


def add_rights_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Only where something is due within days."""
    site = current_site(request)
    if may_answer(request.user, site):
        waiting = RightsRequest.objects.filter(
            site=site,
            state=RightsRequest.State.OPEN,
            answer_by__lte=timezone.localdate() + SOON,
        ).order_by("answer_by", "pk")
        if found := list(waiting):
            panels.insert(0, RightsPanel(found))
