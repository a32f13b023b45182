"""The dashboard tells which pages stand in one language and when the other is due."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.admin import current_site
from sites.parity.models import PublishedAlone
from sites.parity.screens.access import may_see


class PromisesPanel(Component):
    """For whoever writes, translates or publishes here."""

    name = "parity_promises"
    order = 7
    template_name = "parity/panel.html"

    def __init__(self, promises: list[PublishedAlone]) -> None:
        self.promises = promises

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"promises": self.promises}


@hooks.register("construct_homepage_panels", order=940)
def add_promises(request: HttpRequest, panels: list[Any]) -> None:
    """Only where something is promised."""
    site = current_site(request)
    if may_see(request.user, site):
        open_ones = PublishedAlone.objects.filter(site=site, outcome="")
        if promises := list(open_ones.select_related("given_by")):
            panels.insert(0, PromisesPanel(promises))
