"""Migrations: there, and standing on no other plugin, which may be absent."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cms.plugins import Plugin, installed_plugins
from cms.testing.contract.asking import for_plugins_with


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
