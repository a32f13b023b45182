"""Ask the database which key sealed what, without opening or reading it.

The id of its key stands before every sealed value, so the database itself can say how
far a rotation is; nothing else has to be remembered, and nothing can be wrong about it.
"""

from collections import Counter

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from cms.privacy.keyring import keyring
from cms.privacy.models import encrypted_fields
from cms.privacy.sealing import Sealed, prefix

NOT_SEALED = ""
"""What stands in the place of a key id where a value is not sealed at all."""
_LONGEST_PREFIX = 36  # "v1:", an id of 32 characters, ":".


def outdated_rows(model: type[models.Model]) -> QuerySet[models.Model]:
    """The rows in which something is not sealed with the active key."""
    return _rows_beside(model, [keyring().active_id])


def count_by_key(model: type[models.Model]) -> Counter[str]:
    """How many rows of a model hold something sealed with each key, by the key's id.

    A row that holds values of two keys counts for both. Ids that DATA_KEYS lacks count
    too: their rows do not open.
    """
    known = [*keyring().ciphers]
    found: Counter[str] = Counter()
    for key_id in known:
        found[key_id] = _rows_sealed_with(model, key_id).count()
    found.update(_strangers(model, known))
    return +found


def _rows_sealed_with(model: type[models.Model], key_id: str) -> QuerySet[models.Model]:
    begins = prefix(key_id)
    any_field = Q()
    for field in encrypted_fields(model):
        any_field |= Q(_begins(field, begins))
    return model._base_manager.filter(any_field)


def _rows_beside(
    model: type[models.Model], key_ids: list[str]
) -> QuerySet[models.Model]:
    any_field = Q()
    for field in encrypted_fields(model):
        filled = Q(**{f"{field.name}__isnull": False}) & ~Q(**{field.name: ""})
        for key_id in key_ids:
            filled &= ~Q(_begins(field, prefix(key_id)))
        any_field |= filled
    return model._base_manager.filter(any_field)


def _begins(field: models.Field, begins: str) -> models.lookups.Exact:
    # Not LIKE: SQLite's would take the key “New” for “new”.
    head = Substr(field.name, 1, len(begins), output_field=models.TextField())
    return models.lookups.Exact(head, begins)


def _strangers(model: type[models.Model], known: list[str]) -> Counter[str]:
    heads = [
        Substr(field.name, 1, _LONGEST_PREFIX, output_field=models.TextField())
        for field in encrypted_fields(model)
    ]
    found: Counter[str] = Counter()
    for row in _rows_beside(model, known).values_list(*heads).iterator():
        found.update({_key_id(head) for head in row if head} - {*known})
    return found


def _key_id(head: str) -> str:
    key_id = Sealed(head).key_id
    return key_id if head.startswith(prefix(key_id)) else NOT_SEALED
