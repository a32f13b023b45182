"""How an offer moves from state to state, and who moved it."""

from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models.offers import Offer

State = Offer.State


class Decision(StrEnum):
    """What the hub's editors can do with an offer."""

    ACCEPT = "accept"
    FEATURE = "feature"
    UNFEATURE = "unfeature"
    KEEP = "keep"
    DECLINE = "decline"


DECISIONS = {
    Decision.ACCEPT: ({State.OFFERED, State.DECLINED}, State.ACCEPTED),
    Decision.FEATURE: ({State.OFFERED, State.ACCEPTED}, State.FEATURED),
    Decision.UNFEATURE: ({State.FEATURED}, State.ACCEPTED),
    # What its service has changed since was read, and nothing is said about it.
    Decision.KEEP: ({State.ACCEPTED, State.FEATURED}, None),
    # Declining something that was shown takes it down.
    Decision.DECLINE: ({State.OFFERED, State.ACCEPTED, State.FEATURED}, State.DECLINED),
}
"""From which states each decision is possible, and to which it leads (None: stays)."""

SHOWN = (State.ACCEPTED, State.FEATURED)


class RefusedMove(Exception):
    """The move is not possible; the message says why, in the user's words."""


def possible(offer: Offer) -> list[Decision]:
    """The decisions that can be made on the offer as it stands."""
    return [
        decision
        for decision, (before, _after) in DECISIONS.items()
        if offer.state in before and (decision != Decision.KEEP or offer.edited_since)
    ]


@transaction.atomic
def decide(
    *,
    offer: Offer,
    decision: Decision,
    by: Any,
    reason_en: str = "",
    reason_cy: str = "",
) -> Offer:
    """Record the hub's decision. Raises RefusedMove where it cannot be made now.

    A service always learns why: declining needs a reason in at least one language.
    What came from outside has nobody to tell.
    """
    locked = Offer.objects.select_for_update().get(pk=offer.pk)
    if decision not in possible(locked):
        raise RefusedMove(_("Somebody has changed this offer meanwhile."))
    is_told = decision == Decision.DECLINE and not locked.origin
    if is_told and not (reason_en.strip() or reason_cy.strip()):
        raise RefusedMove(_("Say why, so that the service can do something about it."))
    locked.reason_en, locked.reason_cy = reason_en.strip(), reason_cy.strip()
    locked.decided_by, locked.decided_at = by, timezone.now()
    return move(locked, DECISIONS[decision][1] or locked.state, by=by)


def withdraw(offer: Offer) -> Offer:
    """Its own service no longer offers it, or has unpublished it."""
    return move(offer, State.WITHDRAWN)


def offer_again(offer: Offer) -> Offer:
    """It was withdrawn and is offered once more: the hub decides anew."""
    offer.offered_at = timezone.now()
    offer.reason_en = offer.reason_cy = ""
    offer.decided_by = offer.decided_at = None
    return move(offer, State.OFFERED)


def move(offer: Offer, state: str, *, by: Any = None) -> Offer:
    """Save the offer in its new state, and log the move."""
    before, offer.state = offer.state, state
    offer.save()
    log(offer, f"cms.offer_{state}", user=by, data={"from": before, "to": state})
    return offer
