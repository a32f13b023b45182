"""The application is tested on the same Gwynedd as the journeys."""

import pytest

from forms.casework.models import Case
from tests.factories import make_staff
from tests.journeys.conftest import another, applicant, devon, gwynedd

__all__ = ["another", "applicant", "devon", "gwynedd"]


@pytest.fixture
def case(applicant):
    """An applicant who has sent the first part, and wants letters in Welsh."""
    applicant.answer_part_one()
    applicant.send()
    return Case.objects.get()


@pytest.fixture
def staff(client_at, gwynedd):
    client = client_at(gwynedd, make_staff(gwynedd, "coordinator"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
