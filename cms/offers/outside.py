"""News of authorities that are not on the platform: rows without a page behind them.

They belong to the hub, which fetched them, and bear the slug of whose they are. They
arrive as offers, and only the hub's editors show them.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.indexing import index_rows
from cms.models.offers import LANGUAGES, OUTSIDE, Offer
from cms.offers.moves import move, offer_again, withdraw

State = Offer.State
WORDS = ("title", "summary", "url")


@dataclass(frozen=True, kw_only=True)
class OutsideItem:
    """What a list shows of one; `is_edited` where something else of it has changed."""

    key: UUID
    title: str
    summary: str
    url: str
    date: dt.date | None
    is_edited: bool = False


@transaction.atomic
def offer_outside(
    *, hub: Site, origin: str, language: str, items: Sequence[OutsideItem], room: int
) -> int:
    """Write the rows of these items; how many found no room among what waits.

    What the hub has decided on stays decided; its changed words are flagged as edited.
    One that was withdrawn is offered again.
    """
    mine = Offer.objects.select_for_update().filter(site=hub, origin=origin)
    keys = [item.key for item in items]
    known = {row.translation_key: row for row in mine.filter(translation_key__in=keys)}
    room -= Offer.objects.filter(site=hub, origin=origin, state=State.OFFERED).count()
    left_out, written = 0, []
    for item in items:
        row = known.get(item.key)
        if row and row.state != State.WITHDRAWN:
            if _fill(row, item, language):
                row.save()
                written.append(row)
        elif room > 0:
            room -= 1
            written.append(_offered(row, item, language, hub, origin))
        else:
            left_out += 1
    _index(written)
    return left_out


@transaction.atomic
def withdraw_outside(*, hub: Site, origin: str, keys: Collection[UUID]) -> None:
    """Their authority has taken these away: so they are here."""
    mine = Offer.objects.select_for_update().filter(site=hub, origin=origin)
    gone = mine.filter(translation_key__in=keys).exclude(state=State.WITHDRAWN)
    for row in gone:
        for language in LANGUAGES:
            setattr(row, f"ready_{language}", False)
            for name in WORDS:
                setattr(row, f"{name}_{language}", "")
        withdraw(row)


def _offered(
    row: Offer | None, item: OutsideItem, language: str, hub: Site, origin: str
) -> Offer:
    if row:
        _fill(row, item, language)
        return offer_again(row)
    row = Offer(
        site=hub,
        translation_key=item.key,
        kind=OUTSIDE,
        origin=origin,
        offered_at=timezone.now(),
    )
    _fill(row, item, language)
    return move(row, State.OFFERED)


def _fill(row: Offer, item: OutsideItem, language: str) -> bool:
    """Whether anything is different from what the row had."""
    told = {f"{name}_{language}": getattr(item, name) for name in WORDS}
    date = item.date or row.date or timezone.localdate()
    told |= {f"ready_{language}": True, "date": date}
    has_changed = any(getattr(row, name) != value for name, value in told.items())
    if has_changed or item.is_edited:
        for name, value in told.items():
            setattr(row, name, value)
        setattr(row, f"updated_{language}", timezone.now())
    return has_changed or item.is_edited


def _index(rows: list[Offer]) -> None:
    if rows:
        index_rows.enqueue(rows=[["cms", "offer", str(row.pk)] for row in rows])
