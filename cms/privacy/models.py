"""The abstract base of every model with encrypted fields."""

import uuid
from typing import Any

from django.db import models

from cms.privacy.fields import BlindIndexField, EncryptedField


class EncryptedModel(models.Model):
    """A row with a key of its own, to which its encrypted values are bound.

    Its text says which row it is and nothing of what stands in it. Pickles and copies
    carry sealed values, so a cache never holds them open.
    """

    row_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def __repr__(self) -> str:
        # Not through __str__: a subclass's label may name a person.
        return f"<{type(self).__name__}: {self.pk}>"

    def __getstate__(self) -> dict[str, Any]:
        state = super().__getstate__()
        for field in encrypted_fields(type(self)):
            if field.attname in state:
                state[field.attname] = field.seal(self, state[field.attname])
        return state

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; an index is saved with the value it is made from."""
        fields = kwargs.get("update_fields")
        if fields is not None:
            indexes = [f.name for f in blind_indexes(type(self)) if f.source in fields]
            kwargs["update_fields"] = {*fields, *indexes}
        super().save(*args, **kwargs)


def encrypted_fields(model: type[models.Model]) -> list[EncryptedField]:
    """The encrypted fields of a model."""
    return [f for f in model._meta.fields if isinstance(f, EncryptedField)]


def blind_indexes(model: type[models.Model]) -> list[BlindIndexField]:
    """The blind indexes of a model."""
    return [f for f in model._meta.fields if isinstance(f, BlindIndexField)]
