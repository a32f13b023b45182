"""The dashboard tells everybody who works at a suspended service that it is closed."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from cms.addresses import is_suspended
from cms.admin.place import current_site


class SuspendedService(Component):
    """Since when it is closed and why; what still works."""

    name = "suspended_service"
    order = 1
    template_name = "cms/admin/suspended_panel.html"

    def __init__(self, site: Site) -> None:
        self.profile = site.profile

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"profile": self.profile}


@hooks.register("construct_homepage_panels", order=950)
def tell_of_suspension(request: HttpRequest, panels: list[Any]) -> None:
    """Before all other panels."""
    site = current_site(request)
    if is_suspended(site):
        panels.insert(0, SuspendedService(site))
