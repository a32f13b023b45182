"""A new database gets first what does not build on us; any other, Django's order."""

import gc

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.core.management import get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.management.commands.migrate import (
    COLLECTED_AFTER,
    collecting_less_often,
    first_in_a_new_database,
    names_of_settings_known,
)

pytestmark = pytest.mark.django_db


def executor_of(applied):
    executor = MigrationExecutor(connection)
    executor.loader.applied_migrations = applied
    return executor


def test_a_new_database_gets_all_of_wagtail_before_any_of_the_host():
    executor = executor_of({})

    first = first_in_a_new_database(executor)

    plan = {migration.app_label for migration, _ in executor.migration_plan(first)}
    assert {"wagtailcore", "wagtaildocs", "wagtailredirects", "socialaccount"} <= plan
    assert plan.isdisjoint({"cms", "authorities", "casework", "journeys", "news"})


def test_a_database_that_holds_anything_is_left_to_djangos_order():
    executor = MigrationExecutor(connection)

    assert executor.loader.applied_migrations
    assert first_in_a_new_database(executor) == []


def test_it_is_our_command_that_manage_py_runs():
    assert get_commands()["migrate"] == "cms"


def test_names_of_settings_are_known_while_it_runs_and_no_longer(monkeypatch):
    walks = []
    walk = Apps.get_models
    monkeypatch.setattr(
        Apps, "get_models", lambda *a, **how: walks.append(a[0]) or walk(*a, **how)
    )

    with names_of_settings_known():
        names = [apps.get_swappable_settings_name("auth.User") for _time in range(3)]
        Apps.get_swappable_settings_name.cache_clear()  # As each drawn model does.
        names.append(apps.get_swappable_settings_name("auth.User"))

    assert names == ["AUTH_USER_MODEL"] * 4
    assert walks.count(apps) == 1
    assert "get_swappable_settings_name" not in vars(apps)


def test_the_garbage_collector_comes_as_before_when_it_has_run():
    before = gc.get_threshold()

    with collecting_less_often():
        within = gc.get_threshold()

    assert (within, gc.get_threshold()) == (COLLECTED_AFTER, before)
