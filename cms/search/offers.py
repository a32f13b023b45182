"""At a site with a page that lists the services' offers, the search finds them too.

Their words stand in rows of their own (cms.offers), so no other site is asked.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext
from wagtail.models import Page, Site

from cms.models import Offer
from cms.offers import shown_offers
from cms.search.finding import COLUMNS, Result, Row, ranked
from cms.search.registry import names_of, names_of_origins
from cms.search.texts import marked
from cms.search.words import Query
from cms.visibility import visible_in_any_language

OFFER = "offer"
OTHER = {"en": "cy", "cy": "en"}
AFTER = 4
"""What the rank of an offer grows by that is not in the reader's language."""


def lists_offers(site: Site) -> bool:
    """Whether a visible page of the site lists what services offer."""
    models = [m for m in apps.get_models() if getattr(m, "lists_offers", False)]
    if not models or not site.profile.is_hub:
        return False
    visible = visible_in_any_language(site).values("pk")
    return bool(Page.objects.type(*models).filter(pk__in=visible).exists())


def offers_found(query: Query, reader: str) -> list[QuerySet[Any, Row]]:
    """Those that can be read in the reader's language, and those in the other alone."""
    other = OTHER[reader]
    shown = shown_offers().order_by()
    own = ranked(shown.filter(**{f"ready_{reader}": True}), query, reader)
    others = ranked(shown.filter(**{f"ready_{reader}": False}), query, other)
    return [_rows(own), _rows(others.annotate(rank=F("rank") + AFTER))]


def _rows(offers: QuerySet[Offer]) -> QuerySet[Any, Row]:
    rows: QuerySet[Any, Row] = offers.annotate(
        day=Coalesce("date", TruncDate("offered_at")),
        what=Value(OFFER, output_field=CharField()),
    ).values_list(*COLUMNS)
    return rows


def offer_results(ids: Iterable[int], query: Query, reader: str) -> dict[int, Result]:
    """What the list shows of these offers: a query, and one for the services' names."""
    offers = Offer.objects.in_bulk(list(ids))
    names = names_of({offer.site_id for offer in offers.values()}, reader)
    origins = {offer.origin for offer in offers.values() if offer.origin}
    outside = names_of_origins(origins, reader)
    return {
        pk: _shown(offer, query, reader, outside.get(offer.origin, ""))
        if offer.origin
        else _shown(offer, query, reader, names.get(offer.site_id, ""))
        for pk, offer in offers.items()
    }


def _shown(offer: Offer, query: Query, reader: str, by: str) -> Result:
    language = offer.language_for(reader)
    return Result(
        title=offer.in_language("title", language),
        url=offer.in_language("url", language),
        summary=marked(offer.in_language("summary", language), query.words, language),
        language=language if language != reader else "",
        above=[gettext("News from services"), by],
    )
