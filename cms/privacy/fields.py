"""Model fields that are ciphertext in the database and plain text on the instance.

An instance opens a value when it is first read, with its own row key. Everything that
has no instance (`values()`, raw SQL, fixtures) sees the sealed text alone.
"""

import json
from typing import Any
from uuid import UUID

from django import forms
from django.core.checks import Error
from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import Promise
from django.views.decorators.debug import sensitive_variables

from cms.privacy.lookups import OnlyEmpty
from cms.privacy.sealing import CannotDecrypt, Place, Sealed, blind_index, seal, unseal


class OpenedOnRead(DeferredAttribute):
    """Opens the sealed value when the attribute is first read."""

    field: "EncryptedField"

    @sensitive_variables()
    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = self.field.open(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.Field):
    """What encrypted fields share; `to_text` and `from_text` are the subclass's."""

    descriptor_class = OpenedOnRead
    db_index: bool

    def deconstruct(self) -> Any:
        # Migrations import the public name: modules behind it may be renamed.
        name, _path, args, kwargs = super().deconstruct()
        return name, f"cms.privacy.{type(self).__name__}", args, kwargs

    def get_internal_type(self) -> str:
        return "TextField"

    def to_text(self, value: Any) -> str:
        raise NotImplementedError

    def from_text(self, text: str) -> Any:
        raise NotImplementedError

    def place(self, instance: Any) -> Place:
        """Where this field's value of `instance` belongs."""
        return Place(
            model=self.model._meta.label_lower,
            field=self.name,
            row=UUID(str(instance.row_key)),
        )

    def open(self, instance: Any, sealed: Sealed) -> Any:
        """The plain value that `sealed` holds, if it was sealed for this row."""
        return self.from_text(unseal(sealed, self.place(instance)))

    @sensitive_variables()
    def seal(self, instance: Any, value: Any) -> Any:
        """`value` sealed for this row; nothing is stored as nothing."""
        if value is None or value == "" or isinstance(value, Sealed):
            return value
        return seal(self.to_text(value), self.place(instance))

    @sensitive_variables()
    def pre_save(self, model_instance: Any, add: bool) -> Any:
        # Reading it opens it: a row copied under another key fails here, not later.
        return self.seal(model_instance, getattr(model_instance, self.attname))

    @sensitive_variables()
    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "" or isinstance(value, Sealed):
            return None if value is None else str(value)
        raise FieldError(
            f"{self.model._meta.label}.{self.name} is encrypted row by row: "
            "save the instance; update() and bulk_update() cannot write it."
        )

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return Sealed(value) if value else value

    def value_to_string(self, obj: Any) -> str:
        """Fixtures hold the sealed text: they are files, and files leave the house."""
        return str(self.seal(obj, self.value_from_object(obj)) or "")

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        if lookup_name == "exact":
            return OnlyEmpty
        raise FieldError(self._unsearchable())

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(self._unsearchable())

    def _unsearchable(self) -> str:
        return (
            f"{self.model._meta.label}.{self.name} is encrypted: it can be asked only "
            "whether it is empty. Search by a BlindIndexField instead."
        )

    def check(self, **kwargs: Any) -> list[Any]:
        found = super().check(**kwargs)
        if not any(field.name == "row_key" for field in self.model._meta.fields):
            found.append(
                Error(
                    "A model with encrypted fields needs a row_key.",
                    hint="Derive it from cms.privacy.EncryptedModel.",
                    obj=self,
                    id="cms.privacy.E003",
                )
            )
        if self.unique or self.db_index:
            found.append(
                Error(
                    "An encrypted field cannot be unique or indexed.",
                    hint="Add a BlindIndexField.",
                    obj=self,
                    id="cms.privacy.E004",
                )
            )
        return found


class EncryptedTextField(EncryptedField, models.TextField):
    """A text that only its own row can open."""

    @sensitive_variables()
    def to_text(self, value: Any) -> str:
        if not isinstance(value, str | Promise):
            raise TypeError(f"{self.name} takes text, not {type(value).__name__}.")
        return str(value)

    def from_text(self, text: str) -> str:
        return text


class EncryptedJSONField(EncryptedField):
    """A JSON value that only its own row can open."""

    @sensitive_variables()
    def to_text(self, value: Any) -> str:
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)

    @sensitive_variables()
    def from_text(self, text: str) -> Any:
        try:
            return json.loads(text)
        except ValueError:
            # A JSONDecodeError carries the whole document.
            raise CannotDecrypt(f"{self.name} is not JSON.") from None

    @sensitive_variables()
    def seal(self, instance: Any, value: Any) -> Any:
        if value is None or isinstance(value, Sealed):
            return value
        return seal(self.to_text(value), self.place(instance))

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.JSONField, **kwargs})


class BlindIndexField(models.CharField):
    """Finds rows by an encrypted value: filter by `blind_index(value)`.

    `source` names the attribute or property of the model that is indexed.
    """

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs = {"db_index": True, "blank": True, "default": "", **kwargs}
        kwargs["max_length"] = 64
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        path = f"cms.privacy.{type(self).__name__}"
        return name, path, args, {**kwargs, "source": self.source}

    def pre_save(self, model_instance: Any, add: bool) -> str:
        index = self.of(model_instance)
        setattr(model_instance, self.attname, index)
        return index

    @sensitive_variables()
    def of(self, instance: Any) -> str:
        """The index of the instance's present value."""
        return blind_index(str(getattr(instance, self.source) or ""))

    def check(self, **kwargs: Any) -> list[Any]:
        found = super().check(**kwargs)
        if not hasattr(self.model, self.source):
            found.append(
                Error(
                    f"The blind index has no source “{self.source}”.",
                    obj=self,
                    id="cms.privacy.E005",
                )
            )
        return found
