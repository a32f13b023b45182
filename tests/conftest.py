"""Fixtures of the whole suite: a migrated database a worker, clean caches a test."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.cache import caches
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker

from cms.language.compile import compile_catalogues
from sites.testing.fixtures import client_at, make_site, staff
from tests.scenes import EMPTY, scene_of
from tests.template_database import TemplateDatabase, template_database

if TYPE_CHECKING:
    from wagtail.models import Site

__all__ = ["client_at", "make_site", "staff"]  # The fixtures that authors get too.

pytest_plugins = ["tests.browser.fixtures"]
# The example's own tests are run as its authors run them (tests/long/test_wheel.py).
collect_ignore = ["example_plugin"]

# Screens asked over HTTP as many people: left out of make test-fast, folder by folder.
SLOW_FOLDERS = {
    "entry",
    "features",
    "hosts",
    "national",
    "provisioning",
    "rollouts",
    "service_settings",
    "staff",
    "suspension",
}
DATABASE: pytest.StashKey[tuple[TemplateDatabase, DjangoDbBlocker]] = pytest.StashKey()
SCENE: pytest.StashKey[str] = pytest.StashKey()
HERE = Path(__file__).parent
LONGEST = "test_every_authority.py"
COLLECTED_AFTER = (100_000, 20, 50)  # Python's own: (700, 10, 10).
COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before anything is translated."""
    if not hasattr(config, "workerinput"):
        compile_catalogues()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of the slow folders as slow."""
    if SLOW_FOLDERS.intersection(item.path.relative_to(HERE).parts):
        item.add_marker(pytest.mark.slow)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Begin with the longest: begun last, one worker would wait for the other.

    On PostgreSQL, tests that ask no database are left out: there they show nothing new.
    """
    if os.environ.get("TEST_DATABASE") == "postgres":
        asking = [item for item in items if _asks_a_database(item)]
        config.hook.pytest_deselected(items=[i for i in items if i not in {*asking}])
        items[:] = asking
    items.sort(key=lambda item: item.path.name != LONGEST)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the garbage collector pass over what stays to the end, and come less often.

    With all modules and tests loaded it takes a tenth of the time otherwise.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Migrate once into a template and give this worker copies of it."""
    database = template_database()
    with django_db_blocker.unblock():
        database.prepare()
        database.choose(request.config.stash.get(SCENE, EMPTY))
    request.config.stash[DATABASE] = (database, django_db_blocker)
    # A test that commits is followed by a new copy, not by a flush, which would take
    # the rows of migrations with it (root page, locales). Private API of Django 5.2.
    TransactionTestCase._fixture_teardown = lambda self: None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Put the test's scene in place before a fixture opens a transaction on it."""
    stash = item.config.stash
    stash[SCENE] = scene_of(getattr(item, "fixturenames", ()))
    if DATABASE in stash:
        database, blocker = stash[DATABASE]
        with blocker.unblock():
            database.choose(stash[SCENE])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """After a test that committed, put a new copy of its scene in place."""
    result = yield
    if _commits(item) and DATABASE in item.config.stash:
        database, blocker = item.config.stash[DATABASE]
        with blocker.unblock():
            database.renew()
    return result


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _speak_english() -> Iterator[None]:
    """A request in Welsh leaves Welsh switched on: the next test must not hear it."""
    with translation.override("en"):
        yield


def _asks_a_database(item: pytest.Item) -> bool:
    if any(item.iter_markers("django_db")) or any(item.iter_markers("postgres")):
        return True
    return bool({"db", *COMMITTING} & set(getattr(item, "fixturenames", ())))


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        return True
    return bool(COMMITTING & set(getattr(item, "fixturenames", ())))


@pytest.fixture
def provisioned(request: pytest.FixtureRequest, db: None) -> None:
    """The register, Gwynedd, Devon and the hub stand: the factories give those."""
    _in_its_scene(request)


@pytest.fixture
def with_forms(request: pytest.FixtureRequest, provisioned: None) -> None:
    """At Gwynedd and Devon one may apply and ask: their pages stand."""
    _in_its_scene(request)


@pytest.fixture
def started(request: pytest.FixtureRequest, provisioned: None) -> None:
    """Gwynedd has every page with which a new service starts."""
    _in_its_scene(request)


def _in_its_scene(request: pytest.FixtureRequest) -> None:
    """A scene asked for while the test runs comes too late: say so."""
    database, _blocker = request.config.stash[DATABASE]
    assert database.scene == scene_of(request.node.fixturenames) != EMPTY


@pytest.fixture
def two_authorities(provisioned: None) -> tuple[Site, Site]:
    """Gwynedd and Devon, provisioned alike, with their forms open."""
    from tests.factories import make_service

    return make_service("gwynedd"), make_service("devon")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for the commit happens at once."""
    from django.db import transaction

    monkeypatch.setattr(transaction, "on_commit", lambda act, **options: act())
