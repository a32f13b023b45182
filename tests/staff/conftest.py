"""Gwynedd, its manager Mair, and Devon beside it."""

import pytest

from cms.roles import Role
from tests.factories import make_hub, make_service, make_staff
from tests.staff.factories import IN_ENGLISH


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def devon(two_authorities):
    return two_authorities[1]


@pytest.fixture
def hub(provisioned):
    return make_hub()


@pytest.fixture
def mair(gwynedd):
    return make_staff(gwynedd, Role.MANAGER, first_name="Mair")


@pytest.fixture
def at(client_at):
    """A browser that asks for English, at a site, signed in as `user` if given."""

    def make(site, user=None):
        client = client_at(site, user)
        client.defaults.update(IN_ENGLISH)
        return client

    return make


@pytest.fixture
def manager(at, gwynedd, mair):
    return at(gwynedd, mair)


@pytest.fixture
def helen(devon):
    return make_staff(devon, Role.MANAGER, first_name="Helen")


@pytest.fixture
def new_service(provisioned):
    """A service that nobody looks after."""
    return make_service("powys")


@pytest.fixture
def gethin(gwynedd):
    return make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")
