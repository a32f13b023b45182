"""Seal what older keys sealed with the active key, a batch of rows at a time."""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction

from cms.privacy.keyring import keyring
from cms.privacy.models import blind_indexes, encrypted_fields
from cms.privacy.sealing import Sealed

SealAnew = Callable[[], int]
_elsewhere: dict[str, SealAnew] = {}


def register_rotation(label: str) -> Callable[[SealAnew], SealAnew]:
    """Let a function seal anew what stands sealed outside encrypted fields.

    It is called with every rotation and answers how many rows it changed.
    """

    def register(seal_anew: SealAnew) -> SealAnew:
        _elsewhere[label] = seal_anew
        return seal_anew

    return register


def is_outdated(sealed: Sealed) -> bool:
    """Whether another key than the active one sealed this value."""
    return sealed.key_id != keyring().active_id


def rotate(*, batch_size: int = 200) -> Iterator[tuple[str, int]]:
    """Yield each encrypted model's label and how many of its rows were changed.

    Blind indexes are made anew too, so that a new INDEX_KEY takes effect.
    """
    for model in apps.get_models():
        if encrypted_fields(model) and not model._meta.proxy:
            yield model._meta.label, _rotate_model(model, batch_size)
    for label, seal_anew in _elsewhere.items():
        yield label, seal_anew()


def _rotate_model(model: type[models.Model], batch_size: int) -> int:
    changed = 0
    last = None
    while keys := _next_keys(model, last, batch_size):
        with transaction.atomic():
            rows = model._base_manager.select_for_update().filter(pk__in=keys)
            changed += sum(_rotate_row(row) for row in rows)
        last = keys[-1]
    return changed


def _next_keys(model: type[models.Model], last: Any, size: int) -> list[Any]:
    rows = model._base_manager.order_by("pk")
    if last is not None:
        rows = rows.filter(pk__gt=last)
    return list(rows.values_list("pk", flat=True)[:size])


def _rotate_row(row: models.Model) -> bool:
    fresh: dict[str, Any] = {}
    for field in encrypted_fields(type(row)):
        stored = row.__dict__[field.attname]
        if isinstance(stored, Sealed) and is_outdated(stored):
            fresh[field.name] = field.seal(row, field.open(row, stored))
    for index in blind_indexes(type(row)):
        if (value := index.of(row)) != getattr(row, index.attname):
            fresh[index.name] = value
    if fresh:
        type(row)._base_manager.filter(pk=row.pk).update(**fresh)
    return bool(fresh)
