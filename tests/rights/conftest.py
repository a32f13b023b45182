"""Gwynedd, where one may apply and ask, its manager and its coordinator."""

import pytest

from tests.factories import make_service, make_staff


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def devon(two_authorities):
    return two_authorities[1]


@pytest.fixture
def hub(db):
    return make_service("hub")


@pytest.fixture
def manager(gwynedd):
    return make_staff(gwynedd, "manager", first_name="Mair")


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, gwynedd, manager):
    """The manager's browser."""
    return client_at(gwynedd, manager)
