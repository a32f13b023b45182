"""Fixtures over the factories; the contract's tests ask for them by these names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import translation

if TYPE_CHECKING:
    from wagtail.models import Site


@pytest.fixture
def two_authorities(db: None) -> tuple[Site, Site]:
    """Gwynedd, Welsh first, and Devon, provisioned alike, with their forms open."""
    from sites.testing.factories import make_service

    return make_service("gwynedd"), make_service("devon")


@pytest.fixture
def make_site(db: None) -> Callable[[str, str], Site]:
    """Make a service, or the hub, by its kind ("local" or "hub") and its name."""
    from sites.testing.factories import make_hub, make_service

    def make(kind: str, name: str) -> Site:
        return make_hub() if kind == "hub" else make_service(name)

    return make


@pytest.fixture
def staff(db: None) -> Callable[..., Any]:
    """Make a person with one role at a site."""
    from sites.testing.factories import make_staff

    return make_staff


@pytest.fixture
def client_at() -> Callable[..., Client]:
    """Make a client that speaks to a site's own host, signed in as `user` if given."""

    def make(site: Site, user: Any = None) -> Client:
        client = Client(SERVER_NAME=site.hostname)
        if user is not None:
            client.force_login(user)
        return client

    return make


@pytest.fixture(autouse=True)
def _one_test_is_nothing_to_the_next() -> Iterator[None]:
    """Caches are empty, and what a request in Welsh leaves behind is forgotten."""
    with translation.override("en"):
        yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
