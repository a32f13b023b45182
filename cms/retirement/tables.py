"""A plugin's own tables, found and removed by SQL: its models may be gone.

Once the package is gone only the name tells: the label, an underscore, the model. A
table belongs to the longest label that fits, so `news` never takes `news_archive_item`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

SEALED_COLUMN = "row_key"
"""Every row with encrypted fields has it: a person's record (cms.privacy)."""


def tables_of(label: str) -> list[str]:
    """The tables that belong to the plugin, installed or not."""
    labels = {*apps.app_configs, *_labels_ever()}
    foreign = _tables_of_models(leaving_out=label)
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    return [n for n in names if n not in foreign and _owner(n, labels) == label]


def count_rows(table: str) -> int:
    """How many rows a table holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {_quote(table)}")  # noqa: S608  (quoted)
        return int(cursor.fetchone()[0])


def read_rows(table: str, size: int = 500) -> Iterator[dict[str, Any]]:
    """Every row as it stands in the database: what is sealed stays sealed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_quote(table)}")  # noqa: S608  (quoted)
        columns = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(size):
            for row in rows:
                yield dict(zip(columns, row, strict=True))


def holds_people(table: str) -> bool:
    """Whether the table has rows of people: encrypted ones, each with its own key."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, table)
    return any(column.name == SEALED_COLUMN for column in columns)


def tables_that_refer_to(tables: Iterable[str]) -> list[str]:
    """Tables of others with a foreign key to one of these."""
    wanted = set(tables)
    with connection.cursor() as cursor:
        others = set(connection.introspection.table_names(cursor)) - wanted
        return sorted(
            other
            for other in others
            if wanted & {to for _c, to in _relations(cursor, other).values()}
        )


@transaction.atomic
def empty(tables: Iterable[str]) -> None:
    """Delete every row; keys between these tables are checked at the end."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {_quote(table)}")  # noqa: S608  (quoted)


def drop(tables: list[str]) -> None:
    """Drop the tables; in a transaction in which no row of them was touched."""
    if not tables:
        return
    names = [_quote(table) for table in tables]
    # PostgreSQL must be told all at once, as they refer to one another; SQLite takes
    # one at a time, and looks at the keys at the end.
    at_once = [", ".join(names)] if connection.vendor == "postgresql" else names
    with connection.cursor() as cursor:
        for some in at_once:
            cursor.execute(f"DROP TABLE {some}")


def forget_migrations(label: str) -> int:
    """Forget that the plugin's migrations were applied: installing it starts anew."""
    deleted, _by_model = (
        MigrationRecorder(connection).migration_qs.filter(app=label).delete()
    )
    return int(deleted)


def count_migrations(label: str) -> int:
    """How many migrations of the plugin are on record."""
    rows = MigrationRecorder(connection).migration_qs.filter(app=label)
    return int(rows.count())


def _labels_ever() -> set[str]:
    kinds = ContentType.objects.values_list("app_label", flat=True)
    migrated = MigrationRecorder(connection).migration_qs.values_list("app", flat=True)
    return {*kinds, *migrated}


def _tables_of_models(*, leaving_out: str) -> set[str]:
    models = apps.get_models(include_auto_created=True)
    return {m._meta.db_table for m in models if m._meta.app_label != leaving_out}


def _owner(table: str, labels: set[str]) -> str | None:
    fitting = [label for label in labels if table.startswith(f"{label}_")]
    return max(fitting, key=len, default=None)


def _relations(cursor: Any, table: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = connection.introspection.get_relations(
        cursor, table
    )
    return found


def _quote(name: str) -> str:
    return str(connection.ops.quote_name(name))
