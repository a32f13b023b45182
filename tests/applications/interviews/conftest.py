"""One November, one service, one applicant, and who meets them."""

import pytest
import time_machine

from forms.applications.interviews.booking import book_interview
from tests.applications.interviews.interviewing import NOW, arranged
from tests.casework.factories import make_case
from tests.factories import make_staff


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(
        gwynedd, "coordinator", first_name="Gethin", preferred_language="en"
    )


@pytest.fixture
def case(gwynedd):
    return make_case(gwynedd)


@pytest.fixture
def book(case, coordinator):
    """Book Siân's interview with Gethin, differing in what is given."""

    def booked(case=case, by=coordinator, seen=None, seen_version=None, **changes):
        return book_interview(
            case=case,
            by=by,
            arranged=arranged(**{"host": coordinator, **changes}),
            seen=seen,
            seen_version=seen_version,
        )

    return booked
