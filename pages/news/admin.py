"""What a service sees of its own offers: their state, and the reason of a refusal."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from cms.admin import roles_at
from cms.models import Offer
from cms.offers import offers_of

SHOWN = 10


@dataclass(frozen=True)
class Row:
    """One line: an offer as somebody who reads this language knows it."""

    offer: Offer
    language: str
    title: str
    page_id: int | None


class OurOffersPanel(Component):
    """The dashboard's list of what was offered to the hub, for those who may offer."""

    template_name = "news/admin/our_offers.html"
    order = 60

    def __init__(self, request: HttpRequest) -> None:
        self.site = Site.find_for_request(request)
        self.user = request.user

    def render_html(self, parent_context: Any = None) -> Any:
        language = (get_language() or "en")[:2]
        rows = [_row(offer, language) for offer in self._offers()]
        return super().render_html({"rows": rows}) if rows else ""

    def get_context_data(self, parent_context: Any) -> Any:
        return parent_context

    def _offers(self) -> list[Offer]:
        if self.site is None or not roles_at(self.user, self.site) & Offer.staff_roles:
            return []
        return list(offers_of(self.site)[:SHOWN])


def _row(offer: Offer, reader: str) -> Row:
    language = offer.language_for(reader)
    return Row(
        offer=offer,
        language=language,
        title=offer.in_language("title", language),
        page_id=getattr(offer, f"page_{language}_id")
        or offer.page_cy_id
        or offer.page_en_id,
    )
