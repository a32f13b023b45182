"""Gwynedd's coordinator at work, and a case to work on."""

import pytest

from tests.casework.factories import MARKER, make_case
from tests.factories import make_staff


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, gwynedd, coordinator):
    client = client_at(gwynedd, coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def case(gwynedd):
    return make_case(gwynedd, display_name=MARKER)
