"""What it stores: by migrations that stand alone, and known to whoever retires it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Site

from cms.plugins import Plugin, installed_plugins
from cms.testing.contract.asking import for_plugins_with
from cms.testing.contract.having import needed_by, own_models


@for_plugins_with("own_models")
def test_its_migrations_say_what_its_models_say(plugin: Plugin, db: None) -> None:
    said = StringIO()

    call_command("makemigrations", plugin.label, check=True, dry_run=True, stdout=said)

    assert "No changes detected" in said.getvalue()


@for_plugins_with("own_models")
def test_its_migrations_stand_on_no_other_plugin(plugin: Plugin, db: None) -> None:
    others = set(installed_plugins()) - {plugin.label}
    migrations = MigrationLoader(connection).disk_migrations
    own = {key: m for key, m in migrations.items() if key[0] == plugin.label}
    needed = {label for m in own.values() for label, _name in m.dependencies}

    assert own
    assert needed & others == set()


@for_plugins_with("own_models", "can_be_retired")
def test_whoever_retires_it_is_shown_every_table_of_it(
    plugin: Plugin, site: Site
) -> None:
    said = _dry_run(plugin)

    tables = {model._meta.db_table for model in own_models(plugin)}
    assert {name for name in tables if f"{name} (the whole table)" not in said} == set()
    assert "Nothing was changed." in said


@for_plugins_with("needed_by", "off_switch")
def test_it_is_not_retired_before_those_that_need_it(
    plugin: Plugin, site: Site
) -> None:
    with pytest.raises(CommandError) as refusal:
        _dry_run(plugin)

    assert [name for name in needed_by(plugin) if name not in str(refusal.value)] == []


def _dry_run(plugin: Plugin) -> str:
    said = StringIO()
    call_command(
        "retire_plugin", plugin.label, dry_run=True, switch_off=True, stdout=said
    )
    return said.getvalue()
