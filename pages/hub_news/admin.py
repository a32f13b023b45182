"""The hub's queue of offers, on the hub's own host and for its editors alone.

They see the offers' rows; the pages of a service stay its own.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Site

from cms.activation import is_on
from cms.admin import current_site, roles_at
from cms.listing import listing
from cms.models import Offer
from cms.offers import Decision, RefusedMove, edited_offers, waiting_offers
from cms.offers.moves import possible
from cms.roles import HUB_QUEUE_ROLES
from pages.hub_news.authors import Author, authors_of
from pages.hub_news.forms import DecisionForm
from pages.hub_news.services import decide_on

PER_PAGE = 30
VERBS = {
    Decision.ACCEPT: _("Accept"),
    Decision.FEATURE: _("Feature at the top"),
    Decision.UNFEATURE: _("Take from the top"),
    Decision.KEEP: _("I have read the change: keep it"),
    Decision.DECLINE: _("Do not show it"),
}


def may_decide(user: Any, site: Site | None) -> bool:
    """Whether the person decides on offers at this host's site."""
    if site is None or not is_on(site, "hub_news"):
        return False
    return bool(roles_at(user, site) & HUB_QUEUE_ROLES)


@dataclass(frozen=True)
class Row:
    """One line of the queue: an offer and whose it is."""

    offer: Offer
    author: Author


class HubScreen(WagtailAdminTemplateMixin, TemplateView):
    """What stands before both screens: the hub's host, and one of its editors."""

    header_icon = "globe"
    _show_breadcrumbs = True
    page_title = _("Offers to the hub")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.site = current_site(request)
        if not may_decide(request.user, self.site):
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]  # a TemplateResponse

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        queue = {"url": reverse("hub_offers:index"), "label": _("Offers to the hub")}
        return [*super().get_breadcrumbs_items(), queue]


class QueueView(HubScreen):
    """Everything on offer: what waits stands first."""

    template_name = "hub_news/admin/queue.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = listing(self.request, waiting_offers(), per_page=PER_PAGE)
        authors = authors_of(page.rows)
        rows = [Row(offer, authors.of(offer)) for offer in page.rows]
        return super().get_context_data(rows=rows, listing=page, **kwargs)


class OfferView(HubScreen):
    """One offer: what a list would show of it, and the decision."""

    template_name = "hub_news/admin/offer.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offer = self._offer()
        kwargs.setdefault("form", DecisionForm(offer=offer))
        decisions = [(d.value, VERBS[d]) for d in possible(offer)]
        return super().get_context_data(
            offer=offer,
            author=authors_of([offer]).of(offer),
            decisions=[pair for pair in decisions if pair[0] != Decision.DECLINE],
            can_decline=Decision.DECLINE in possible(offer),
            decline=VERBS[Decision.DECLINE],
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide; a refusal without a reason, or too late, is said in words."""
        offer = self._offer()
        form = DecisionForm(request.POST, offer=offer)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        data = form.cleaned_data
        try:
            decided = decide_on(
                offer=offer,
                decision=Decision(data["decision"]),
                hub=self.site,
                by=request.user,
                reason_en=data["reason_en"],
                reason_cy=data["reason_cy"],
            )
        except RefusedMove as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"{decided}: {decided.get_state_display()}")
        return redirect("hub_offers:index")

    def _offer(self) -> Offer:
        return get_object_or_404(waiting_offers(), pk=self.kwargs["pk"])


class OffersMenuItem(MenuItem):
    """Shown to the hub's editors on the hub's host."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_decide(request.user, Site.find_for_request(request))


class OfferQueueViewSet(ViewSet):
    """The queue and the screen of one offer, under /admin/hub_offers/."""

    name = "hub_offers"
    icon = "globe"
    menu_label = _("Offers to the hub")
    menu_item_class = OffersMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", QueueView.as_view(), name="index"),
            path("<int:pk>/", OfferView.as_view(), name="offer"),
        ]


class WaitingOffersPanel(Component):
    """The dashboard's line about offers that wait for a decision."""

    template_name = "hub_news/admin/panel.html"
    order = 40

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def render_html(self, parent_context: Any = None) -> Any:
        if not may_decide(self.request.user, Site.find_for_request(self.request)):
            return ""
        return super().render_html(parent_context)

    def get_context_data(self, parent_context: Any) -> dict[str, list[str]]:
        waiting = waiting_offers().filter(state=Offer.State.OFFERED).count()
        edited = edited_offers().count()
        words = ngettext(
            "%(count)d offer waits for a decision.",
            "%(count)d offers wait for a decision.",
            waiting,
        )
        since = ngettext(
            "%(count)d was edited after you accepted it.",
            "%(count)d were edited after you accepted them.",
            edited,
        )
        said = [words % {"count": waiting}]
        return {"words": [*said, since % {"count": edited}] if edited else said}
