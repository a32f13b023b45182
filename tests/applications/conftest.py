"""The application is tested on the same Gwynedd as the journeys."""

from tests.journeys.conftest import another, applicant, devon, gwynedd

__all__ = ["another", "applicant", "devon", "gwynedd"]
