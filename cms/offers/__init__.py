"""Offers of pages to the hub. Only this room writes the rows; plugins meet here."""

from cms.models.offers import Offer
from cms.offers.moves import Decision, RefusedMove, decide
from cms.offers.national import national_news
from cms.offers.queries import (
    edited_offers,
    offerable_models,
    offers_of,
    shown_offers,
    waiting_offers,
)
from cms.offers.rows import rebuild, refresh

__all__ = [
    "Decision",
    "Offer",
    "RefusedMove",
    "decide",
    "edited_offers",
    "national_news",
    "offerable_models",
    "offers_of",
    "rebuild",
    "refresh",
    "shown_offers",
    "waiting_offers",
]
