"""A website of somebody else's, and a hub that follows it."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.models import Site

from cms.roles import Role
from sites.people.models import User
from tests.factories import make_hub, make_staff
from tests.hub_news import elsewhere
from tests.hub_news.elsewhere import Website


@pytest.fixture(scope="module")
def server() -> Iterator[Website]:
    with elsewhere.website() as site:
        yield site


@pytest.fixture
def outside(server: Website, settings: Any) -> Website:
    server.answers.clear()
    server.asked.clear()
    also = frozenset({f"127.0.0.1:{server.port}"})
    settings.OUTSIDE_NEWS = {"also": also, "seconds": 5.0}
    return server


@pytest.fixture
def hub(provisioned: None) -> Site:
    return make_hub()


@pytest.fixture
def editor(hub: Site) -> User:
    return make_staff(hub, Role.HUB_EDITOR)
