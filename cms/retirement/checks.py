"""Checks: a plugin's tables bear its label, and what is missing is told."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register

from cms.plugins import installed_plugins


@register()
def tables_bear_the_label(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Once the package is gone only the label tells whose table it was."""
    return [
        Error(
            f"{model._meta.label} keeps its rows in the table"
            f" “{model._meta.db_table}”.",
            hint=f"A plugin's tables are called {label}_…: leave out db_table.",
            obj=model,
            id="cms.E040",
        )
        for label, plugin in installed_plugins().items()
        for model in plugin.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.db_table.startswith(f"{label}_")
    ]


@register(Tags.database)
def missing_plugins_are_told(databases: Any = None, **_kwargs: Any) -> list[Any]:
    """Said by `migrate` and `check --database default`, where the tables are there."""
    from django.db import connection

    from cms.models import Activation
    from cms.retirement.missing import missing_labels

    if not databases or Activation._meta.db_table not in (
        connection.introspection.table_names()
    ):
        return []
    return [
        Warning(
            f"The plugin “{label}” is no longer installed; what it left stays unseen.",
            hint=f"Install its package again or run `manage.py retire_plugin {label}`.",
            id="cms.W041",
        )
        for label in missing_labels()
    ]
