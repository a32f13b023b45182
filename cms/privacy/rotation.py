"""Seal what older keys sealed with the active key, a batch of rows at a time.

How far it is stands in the rows themselves: whatever ends it, the next run goes on with
the rows that are left. Each batch is one transaction on locked rows, so a second run,
or someone who saves a record meanwhile, waits for a moment and loses nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import QuerySet

from cms.privacy.keyring import keyring
from cms.privacy.models import blind_indexes, encrypted_fields
from cms.privacy.sealing import CannotDecrypt, Sealed
from cms.privacy.stored_keys import outdated_rows

SealAnew = Callable[[], int]
CountByKey = Callable[[], dict[str, int]]


@dataclass(frozen=True)
class Elsewhere:
    """What stands sealed, or is found by the index key, outside encrypted models."""

    seal_anew: SealAnew
    by_index_key: bool
    count: CountByKey | None


@dataclass
class Progress:
    """How far a model is: rows done, of how many, and those that do not open."""

    label: str
    total: int
    done: int = 0
    changed: int = 0
    failed: list[str] = field(default_factory=list)


elsewhere: dict[str, Elsewhere] = {}


def register_rotation(
    label: str, *, by_index_key: bool = False, count: CountByKey | None = None
) -> Callable[[SealAnew], SealAnew]:
    """Let a function seal anew what stands sealed outside encrypted fields.

    It is called with every rotation and answers how many rows it changed; what does not
    open raises a CannotDecrypt that names the row. One that is
    made `by_index_key` is left out where only the data keys rotate; `count` answers how
    many rows each data key seals, for the report.
    """

    def register(seal_anew: SealAnew) -> SealAnew:
        elsewhere[label] = Elsewhere(seal_anew, by_index_key, count)
        return seal_anew

    return register


def is_outdated(sealed: Sealed) -> bool:
    """Whether another key than the active one sealed this value."""
    return sealed.key_id != keyring().active_id


def encrypted_models() -> list[type[models.Model]]:
    """Every model with encrypted fields that has a table of its own."""
    return [
        model
        for model in apps.get_models()
        if encrypted_fields(model) and not model._meta.proxy
    ]


def rotate(*, batch_size: int = 200, indexes: bool = True) -> Iterator[Progress]:
    """Yield how far it is, at the start of each model and after each of its batches.

    A row that does not open stays as it is and is named in `failed`; the others go on.
    Blind indexes are made anew too, so that a new INDEX_KEY takes effect: no key id
    stands with them, so every row that has one is read, unless `indexes` is False.
    """
    for model in encrypted_models():
        label = model._meta.label
        yield from _pass(label, outdated_rows(model), _seal_anew, batch_size)
        if indexes and blind_indexes(model):
            rows = model._base_manager.all()
            yield from _pass(f"{label} (indexes)", rows, _index_anew, batch_size)
    for label, one in elsewhere.items():
        if indexes or not one.by_index_key:
            yield _elsewhere_anew(label, one)


def _elsewhere_anew(label: str, one: Elsewhere) -> Progress:
    try:
        changed = one.seal_anew()
    except CannotDecrypt as error:
        return Progress(label, total=0, failed=[str(error)])
    return Progress(label, total=changed, done=changed, changed=changed)


def _pass(
    label: str,
    rows: QuerySet[models.Model],
    treat: Callable[[models.Model], bool],
    size: int,
) -> Iterator[Progress]:
    progress = Progress(label, total=rows.count())
    yield progress
    last = None
    while keys := _next_keys(rows, last, size):
        with transaction.atomic():
            locked = rows.model._base_manager.select_for_update().order_by("pk")
            for row in locked.filter(pk__in=keys):
                try:
                    progress.changed += treat(row)
                except CannotDecrypt as error:
                    progress.failed.append(f"{row._meta.label} {row.pk}: {error}")
        last = keys[-1]
        progress.done += len(keys)
        yield progress


def _next_keys(rows: QuerySet[models.Model], last: Any, size: int) -> list[Any]:
    rest = rows if last is None else rows.filter(pk__gt=last)
    return list(rest.order_by("pk").values_list("pk", flat=True)[:size])


def _seal_anew(row: models.Model) -> bool:
    fresh: dict[str, Any] = {}
    for one in encrypted_fields(type(row)):
        stored = row.__dict__[one.attname]
        if isinstance(stored, Sealed) and is_outdated(stored):
            fresh[one.name] = one.seal(row, one.open(row, stored))
    return _write(row, fresh)


def _index_anew(row: models.Model) -> bool:
    made = {index: index.of(row) for index in blind_indexes(type(row))}
    return _write(
        row,
        {
            index.name: value
            for index, value in made.items()
            if value != getattr(row, index.attname)
        },
    )


def _write(row: models.Model, fresh: dict[str, Any]) -> bool:
    if fresh:
        type(row)._base_manager.filter(pk=row.pk).update(**fresh)
    return bool(fresh)
