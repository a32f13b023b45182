"""The dashboard's panel: what keeps the forms closed, what is open, who is away."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from cms.admin import current_site
from sites.models import Cover, Service
from sites.screens.access import may_change, may_know
from sites.screens.groups import groups_of
from sites.screens.missing import missing_settings

SOON = dt.timedelta(days=14)


class ServicePanel(Component):
    """For managers and coordinators of a service."""

    name = "service"
    order = 6
    template_name = "authorities/settings/panel.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.site = current_site(request)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        service = Service.of(self.site) or Service.for_site(self.site)
        today = timezone.localdate()
        covers = Cover.objects.filter(
            site=self.site, ends_on__gte=today, starts_on__lte=today + SOON
        ).select_related("person", "deputy")
        said = ((g, g.status(service)) for g in groups_of(self.site))
        return {
            "missing": missing_settings(service),
            "may_change": may_change(self.request.user, self.site),
            "statuses": [(group, words) for group, words in said if words],
            "away": [cover for cover in covers if cover.starts_on <= today],
            "away_soon": [cover for cover in covers if cover.starts_on > today],
        }


def add_service_panel(request: HttpRequest, panels: list[Any]) -> None:
    """First on the dashboard of a service."""
    site = current_site(request)
    if not site.profile.is_hub and may_know(request.user, site):
        panels.insert(0, ServicePanel(request))
