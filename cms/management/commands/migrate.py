"""`migrate`, with a new database made in half the time.

Django keeps a picture of all models while it migrates and draws anew, at each step,
what hangs together with the model that changed. Everything hangs together with ours,
which Django's own order puts between the steps of Wagtail. So a new database is first
given what does not build on the host, and then the rest.

Drawing a foreign key, Django walks over all models to find whether a setting names
the one it leads to: here it is asked once for each. And what is drawn anew is thrown
away in such numbers that the garbage collector, coming as often as it does, takes a
third of the time.
"""

import functools
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.apps import apps
from django.apps.registry import Apps
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

HOST = "cms"
FLOORS = ("cms", "sites", "pages", "forms")
ANOTHER_PURPOSE = (
    *("app_label", "check_unapplied", "fake", "fake_initial", "plan", "prune"),
    "run_syncdb",
)
COLLECTED_AFTER = (100_000, 20, 50)  # Python's own: (700, 10, 10).


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        with names_of_settings_known(), collecting_less_often():
            if not any(options[name] for name in ANOTHER_PURPOSE):
                self.verbosity = options["verbosity"]
                executor = MigrationExecutor(
                    connections[options["database"]],
                    cast("Any", self.migration_progress_callback),
                )
                executor.migrate(first_in_a_new_database(executor))
            super().handle(*args, **options)


@contextmanager
def names_of_settings_known() -> Iterator[None]:
    """Within, the setting that names a model (AUTH_USER_MODEL) is looked up once each.

    Only for the models as they are: those that are drawn do not change them, yet each
    makes Django forget what it knew of all.
    """
    found = functools.cache(functools.partial(Apps.get_swappable_settings_name, apps))
    # Shadows the method for this one registry, until it is taken away again.
    apps.get_swappable_settings_name = found  # type: ignore[method-assign]
    try:
        yield
    finally:
        del apps.get_swappable_settings_name


@contextmanager
def collecting_less_often() -> Iterator[None]:
    """Within, the garbage collector comes seldom, and then as it did before."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def first_in_a_new_database(executor: MigrationExecutor) -> list[tuple[str, str]]:
    """The last migrations of the apps that are not ours and do not build on us.

    In: an executor of the database. Out: (app label, name) of each; none for a database
    that holds any migration already, whose order is Django's own affair.
    """
    loader = executor.loader
    if loader.applied_migrations:
        return []
    return [
        node
        for node in loader.graph.leaf_nodes()
        if not _is_ours(node[0])
        and HOST not in {label for label, _name in loader.graph.forwards_plan(node)}
    ]


def _is_ours(label: str) -> bool:
    return apps.get_app_config(label).name.partition(".")[0] in FLOORS
