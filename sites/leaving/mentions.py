"""Where a removed service is still mentioned, in any column of any table.

Another service may link to it, and the log says that it was made. That is not a row of
the service, so it is told, not removed.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from cms.models import OutboundEmail
from sites.leaving.belongings import Belongings
from sites.models import HostAlias

_AT_ONCE = 40


def markers_of(owned: Belongings) -> list[str]:
    """What only this service is called by: its hosts and the numbers of its records."""
    aliases = owned.of(HostAlias).values_list("hostname", flat=True)
    marks = {owned.site.hostname, *aliases}
    for model in owned.rows:
        if "reference" in {field.name for field in model._meta.concrete_fields}:
            marks.update(owned.of(model).values_list("reference", flat=True))
    numbers = owned.of(OutboundEmail).values_list("case_reference", flat=True)
    return sorted(mark for mark in marks | set(numbers) if mark)


def mentions(marks: list[str], *, leaving_out: set[str]) -> dict[str, int]:
    """How many rows of each table still mention one of `marks`."""
    found: dict[str, int] = {}
    for table in connection.introspection.table_names():
        if table in leaving_out or "_fts" in table:
            continue
        columns = list(_text_columns(table))
        if columns and (count := _count(table, columns, marks)):
            found[table] = count
    return found


def _text_columns(table: str) -> Iterator[str]:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
        for column in described:
            if _kind(column) in {"CharField", "TextField", "JSONField"}:
                yield column.name


def _kind(column: Any) -> str:
    try:
        return str(connection.introspection.get_field_type(column.type_code, column))
    except KeyError:
        return ""  # PostgreSQL's full text: made of columns that are looked at.


def _count(table: str, columns: list[str], marks: list[str]) -> int:
    quote = connection.ops.quote_name
    total = 0
    for start in range(0, len(marks), _AT_ONCE):
        some = marks[start : start + _AT_ONCE]
        tests = [
            f"CAST({quote(column)} AS TEXT) LIKE %s" for column in columns for _ in some
        ]
        values = [f"%{mark}%" for _column in columns for mark in some]
        sql = f"SELECT COUNT(*) FROM {quote(table)} WHERE {' OR '.join(tests)}"  # noqa: S608  (quoted)
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            total += int(cursor.fetchone()[0])
    return total
