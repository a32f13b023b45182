"""A new database gets first what does not build on us; any other, Django's order."""

import pytest
from django.core.management import get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.management.commands.migrate import first_in_a_new_database

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
