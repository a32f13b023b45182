"""The list of matches: those that go on, and those that have ended."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.matches.queries import matches_at
from forms.matches.screens.base import OfMatches

SHOWN = 50


class MatchListView(OfMatches, WagtailAdminTemplateMixin, TemplateView):
    """Who visits on whose request. Visitors are named; children never are."""

    template_name = "matches/admin/list.html"
    http_method_names = ["get", "head", "options"]

    def get_page_title(self) -> str:
        return str(self.viewset.menu_label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.crumbs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        matches = matches_at(self.site)
        number = self.request.GET.get("p")
        ended = Paginator(matches.filter(ended_on__isnull=False), SHOWN)
        page = ended.get_page(number)
        going_on = list(matches.going_on())
        self.log_names(match.volunteer for match in (*going_on, *page.object_list))
        return {
            **super().get_context_data(**kwargs),
            "parts": [
                (_("Going on"), self.lines(going_on)),
                (_("Ended"), self.lines(page.object_list)),
            ],
            "page": page,
            "is_empty": not going_on and not ended.count,
        }

    def lines(self, matches: Iterable[Any]) -> list[dict[str, Any]]:
        """Each with its address."""
        return [
            {"match": match, "url": self.url("match", match.pk)} for match in matches
        ]
