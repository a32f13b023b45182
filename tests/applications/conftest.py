"""The application is tested on the same Gwynedd as the journeys."""

import pytest

from forms.casework.models import Case
from tests.journeys.conftest import another, applicant, devon, gwynedd

__all__ = ["another", "applicant", "devon", "gwynedd"]


@pytest.fixture
def case(applicant):
    """An applicant who has sent the first part, and wants letters in Welsh."""
    applicant.answer_part_one()
    applicant.send()
    return Case.objects.get()
