"""An offer moves only as declared, by the hub's decision, and every move is logged."""

import itertools

import pytest
from wagtail.models import ModelLogEntry

from cms.models import Offer
from cms.offers import Decision, RefusedMove, decide
from cms.roles import Role
from sites.people.models import User
from tests.factories import make_hub, make_service, make_staff
from tests.news.factories import make_news

State = Offer.State
ALLOWED = {
    ("offered", "accept"): "accepted",
    ("offered", "feature"): "featured",
    ("offered", "decline"): "declined",
    ("accepted", "feature"): "featured",
    ("accepted", "decline"): "declined",
    ("featured", "unfeature"): "accepted",
    ("featured", "decline"): "declined",
    ("declined", "accept"): "accepted",
}


@pytest.fixture
def offer(at_once: None, provisioned: None) -> Offer:
    make_news(make_service(), "en", offer_to_hub=True)
    return Offer.objects.get()


@pytest.fixture
def editor(provisioned: None) -> User:
    return make_staff(make_hub(), Role.HUB_EDITOR)


def test_each_state_allows_its_own_decisions_and_no_other(
    offer: Offer, editor: User
) -> None:
    made = {}
    for state, decision in itertools.product(State, Decision):
        Offer.objects.update(state=state)
        try:
            after = decide(
                offer=offer, decision=decision, by=editor, reason_en="Not this time."
            )
        except RefusedMove:
            continue
        made[(str(state), str(decision))] = str(after.state)

    assert made == ALLOWED


def test_a_decision_says_who_made_it_and_why(offer: Offer, editor: User) -> None:
    decide(
        offer=offer,
        decision=Decision.DECLINE,
        by=editor,
        reason_en=" We have just had one like it. ",
        reason_cy="",
    )

    offer.refresh_from_db()
    assert (offer.state, offer.reason_en, offer.decided_by) == (
        State.DECLINED,
        "We have just had one like it.",
        editor,
    )
    assert offer.decided_at is not None
    entry = ModelLogEntry.objects.get(action="cms.offer_declined")
    assert (entry.user_id, entry.data) == (
        editor.pk,
        {"from": "offered", "to": "declined"},
    )


def test_declining_without_a_reason_is_refused(offer: Offer, editor: User) -> None:
    with pytest.raises(RefusedMove):
        decide(offer=offer, decision=Decision.DECLINE, by=editor, reason_en="  ")

    offer.refresh_from_db()
    assert offer.state == State.OFFERED
