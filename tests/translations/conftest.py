"""A service at which a page may stand alone, and its editor."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Site

from cms.roles import Role
from tests.factories import make_staff
from tests.translations.pairs import unbound_service

At = Callable[..., Client]


@pytest.fixture
def site(provisioned: object) -> Site:
    return unbound_service()


@pytest.fixture
def editor(site: Site, client_at: At) -> Client:
    return client_at(site, make_staff(site, Role.EDITOR))
