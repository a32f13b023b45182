"""The hub with its administrator, two places, and Gwynedd's manager."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from cms.plugins import installed_plugins
from cms.roles import Role
from sites.register import load_register
from tests.factories import make_hub, make_staff
from tests.features.factories import make_place

At = Callable[..., Client]


@pytest.fixture
def gwynedd(two_authorities: tuple[Site, Site]) -> Site:
    return two_authorities[0]


@pytest.fixture
def mair(gwynedd: Site) -> Any:
    return make_staff(gwynedd, Role.MANAGER, first_name="Mair")


@pytest.fixture
def manager(gwynedd: Site, client_at: At, mair: Any) -> Client:
    """A client signed in as Gwynedd's manager."""
    return client_at(gwynedd, mair)


@pytest.fixture
def hub(db: None) -> Site:
    return make_hub()


@pytest.fixture
def owen(hub: Site) -> Any:
    return make_staff(hub, Role.NETWORK_ADMIN, first_name="Owen")


@pytest.fixture
def network(hub: Site, owen: Any, client_at: At) -> Client:
    """A client signed in as the network's administrator, at the hub."""
    return client_at(hub, owen)


@pytest.fixture
def places(db: None) -> list[Site]:
    """Gwynedd and Devon with their authorities: one in Wales, one in England."""
    load_register()
    return [make_place("gwynedd"), make_place("devon")]


@pytest.fixture
def _requests_need_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])
