"""Which rows of the host go with a set of rows, by cascading keys: ids, model by model.

Django's own collector does the deleting; this finds the same rows beforehand, to count
and to export them, without loading them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from django.db.models import CASCADE, Model, QuerySet

CHUNK = 500
Found = dict[type[Model], set[Any]]


def closure(roots: Iterable[QuerySet[Any]], *, leaving_out: str = "") -> Found:
    """Ids of these rows and of all that goes with them; but for one app's models."""
    found: Found = defaultdict(set)
    waiting = [(rows.model, _ids(rows)) for rows in roots]
    while waiting:
        model, ids = waiting.pop()
        new = ids - found[model]
        if not new:
            continue
        found[model] |= new
        for some in chunks(new):
            for rows in _going_with(model, some):
                if rows.model._meta.app_label != leaving_out:
                    waiting.append((rows.model, _ids(rows)))
    return {model: ids for model, ids in found.items() if ids}


def chunks(ids: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """The ids in order, so many at a time: SQLite takes only so many in one query."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def _going_with(model: type[Model], ids: list[Any]) -> Iterator[QuerySet[Any]]:
    relations: list[Any] = list(model._meta.get_fields(include_hidden=True))
    for relation in relations:
        if not (relation.auto_created and relation.is_relation):
            continue
        if relation.concrete or getattr(relation, "on_delete", None) is not CASCADE:
            continue
        other = relation.related_model
        # SQLite's full text is an index of another table, not rows of its own.
        if not (other._meta.proxy or other._meta.db_table.endswith("_fts")):
            name = f"{relation.field.name}__in"
            yield other._base_manager.filter(**{name: ids})
    for field in model._meta.private_fields:
        if hasattr(field, "bulk_related_objects"):
            yield field.bulk_related_objects([SimpleNamespace(pk=pk) for pk in ids])


def _ids(rows: QuerySet[Any]) -> set[Any]:
    return set(rows.order_by().values_list("pk", flat=True))
