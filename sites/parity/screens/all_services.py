"""The scores of all services in one list, for the hub: numbers, never titles."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.admin import Listed, listed_sites
from cms.admin.features.screens import Screen
from sites.models import Service
from sites.parity.models import ParityScore
from sites.parity.screens.access import may_see_all


@dataclass(frozen=True)
class Line:
    """A service with its score; None until it has been counted."""

    listed: Listed
    is_bound: bool
    score: ParityScore | None

    @property
    def order(self) -> tuple[bool, int]:
        """Those to whom the standards apply first, the least even first."""
        return not self.is_bound, self.score.per_cent if self.score else -1


class AllServicesView(Screen):
    """The same queries at any number of services."""

    template_name = "parity/services.html"
    page_title = _("Both languages at all services")
    header_icon = "globe"
    may_open = may_see_all

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(lines=lines(), **kwargs)


def lines() -> list[Line]:
    """Every service; three queries."""
    bound = Service.objects.filter(welsh_standards=True)
    under_standards = set(bound.values_list("site", flat=True))
    scores = {score.site_id: score for score in ParityScore.objects.all()}
    found = [
        Line(listed, listed.site.pk in under_standards, scores.get(listed.site.pk))
        for listed in listed_sites()
        if not listed.is_hub
    ]
    return sorted(found, key=lambda line: line.order)
