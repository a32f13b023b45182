"""One form sent from two windows at the same moment is one child."""

import uuid

import pytest
from django.utils import timezone

from forms.referrals.models import OfferRecord
from forms.referrals.offering.services import keep_offer
from tests.casework.test_races import at_once, needs_postgres
from tests.factories import make_service
from tests.referrals.offering.factories import make_link

__all__ = ["needs_postgres"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_keep_one_child(needs_postgres):
    link, key = make_link(make_service("gwynedd")), uuid.uuid4()

    def sends():
        return keep_offer(
            link=link,
            key=key,
            considered_on=timezone.localdate(),
            explained=True,
            offered=True,
            answer="wants",
            age_band="",
            next_review=None,
        )

    outcomes = at_once(sends, sends)

    assert outcomes == [OfferRecord.objects.get()] * 2
