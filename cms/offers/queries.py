"""Lists of offers. They read one table, however many sites there are."""

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from wagtail.models import Site

from cms.models import OfferableArticlePage
from cms.models.offers import OUTSIDE, Offer
from cms.offers.moves import SHOWN
from cms.plugins import installed_plugins

State = Offer.State
READY = Q(ready_en=True) | Q(ready_cy=True)
EDITED = Q(state__in=SHOWN) & (
    Q(updated_en__gt=F("decided_at")) | Q(updated_cy__gt=F("decided_at"))
)
"""Shown, and published again since the hub decided: the same as Offer.edited_since."""


def installed(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """Those of page types whose plugin is installed; the others wait as they are.

    What came from outside has no page, and so no page type.
    """
    return offers.filter(kind__in=[*offerable_kinds(), OUTSIDE])


def offerable_models() -> list[type[OfferableArticlePage]]:
    """The page types that installed plugins declare as offerable."""
    return [
        plugin.load(path)
        for plugin in installed_plugins().values()
        for path in plugin.offers
    ]


def offerable_kinds() -> list[str]:
    """The same as they are written in the rows."""
    return [model._meta.label_lower for model in offerable_models()]


def shown_offers() -> QuerySet[Offer]:
    """What the hub shows: accepted, and readable in some language right now."""
    return installed(Offer.objects.filter(READY, state__in=SHOWN))


def waiting_offers() -> QuerySet[Offer]:
    """The hub's queue: what waits, what was edited since, the rest; newest first."""
    waits = Case(
        When(state=State.OFFERED, then=Value(0)),
        When(EDITED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = installed(Offer.objects.filter(READY).exclude(state=State.WITHDRAWN))
    return rows.annotate(waits=waits).order_by("waits", "-offered_at")


def edited_offers() -> QuerySet[Offer]:
    """What the hub shows and has not read since its service changed it."""
    return shown_offers().filter(EDITED)


def offers_of(site: Site) -> QuerySet[Offer]:
    """What a service has offered, newest first, with what became of it."""
    return Offer.objects.filter(site=site).order_by("-offered_at")
