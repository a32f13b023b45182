"""A service, its staff, and a client that has come as far as a test needs."""

import pytest

from cms.roles import Role
from tests.entry.codes import code_of, give_app, sign_in
from tests.factories import make_service, make_staff


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


@pytest.fixture
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, Role.COORDINATOR, email="gethin@council.example")


@pytest.fixture
def english(gwynedd, client_at):
    """A client that reads English until somebody has signed in."""
    client = client_at(gwynedd)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def app(coordinator):
    """The secret of the coordinator's authenticator app."""
    return give_app(coordinator)


@pytest.fixture
def inside(english, coordinator, app):
    """A client that has signed in as the coordinator by both steps."""
    sign_in(english, coordinator)
    english.post("/account/second-factor/enter/", {"code": code_of(app)})
    return english
