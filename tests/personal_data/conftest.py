"""Gwynedd and Devon, their managers, Siân, and cases that were closed some time ago."""

import pytest

from cms.privacy import Person
from tests.retention.conftest import closed, devon, gwynedd, manager

__all__ = ["closed", "devon", "gwynedd", "manager", "sian"]
SIAN = {
    "name": "Siân Wyn ap Huw",
    "email": "Sian@post.example",
    "phone": "+44 7700 900123",
}


@pytest.fixture
def sian(gwynedd):
    return Person(site=gwynedd, **SIAN)
