"""Two coordinators at the same request at the same moment: one match, nobody stuck."""

import pytest

from cms.activation import enable
from forms.casework.errors import CaseworkError
from forms.matches.models import Match
from forms.matches.services import introduce
from tests.casework.test_races import at_once, needs_postgres
from tests.factories import make_service
from tests.matches.factories import (
    days_ago,
    make_request,
    make_volunteer,
    seen,
    stages,
)

__all__ = ["needs_postgres"]


@pytest.mark.postgres
@pytest.mark.needs_plugin("applications", "referrals")
@pytest.mark.django_db(transaction=True)
def test_of_two_introductions_at_once_one_wins_and_the_other_hears_why(needs_postgres):
    site = make_service("gwynedd")
    enable(site=site, label="matches")
    child = make_request(site)
    volunteers = [make_volunteer(site) for _each in range(2)]

    def begins(volunteer):
        return lambda: introduce(
            volunteer=volunteer,
            request=child,
            on=days_ago(1),
            by=None,
            seen=seen(volunteer, child),
        )

    outcomes = at_once(*(begins(volunteer) for volunteer in volunteers))

    refused = [each for each in outcomes if isinstance(each, CaseworkError)]
    assert (len(refused), Match.objects.count()) == (1, 1)
    assert sorted(stages(*volunteers)) == [("approved", ""), ("introduced", "")]
