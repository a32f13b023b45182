"""What is said of one model with people in it: whose it is, how it is found and read.

Plugins name these in `personal_data`, host apps in `host_personal_data` of their
AppConfig, by paths relative to the app.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from cms.privacy.wording import LABELS, words_of

if TYPE_CHECKING:
    from cms.privacy.rights import Search


class Care(StrEnum):
    """What whoever reviews a person's bundle has to do with a field."""

    GIVE = "give"
    """The person's own: it is given to them."""
    CHILD = "child"
    """It tells of a child: decide."""
    OTHERS = "others"
    """It is somebody else's, or tells of somebody else: decide."""
    CONFIDENTIAL = "confidential"
    """A reference given in confidence: decide."""

    @property
    def is_to_decide(self) -> bool:
        """Whether a person has to decide before it is given."""
        return self is not Care.GIVE


@dataclass(frozen=True)
class Line:
    """One thing that a row says, in the active language; `label` says what it is."""

    field: str
    label: str
    words: str
    care: Care

    def __repr__(self) -> str:
        return f"<Line: {self.field}>"


@dataclass(frozen=True)
class Kept:
    """Why a row may not be erased, in words for its person; until when, where known."""

    why: str | Promise
    until: date | None = None


class NotCorrectable(ValueError):
    """A correction of a field that is not declared to be correctable."""


def _may_go(_row: Any) -> Kept | None:
    return None


def _erase(row: Model) -> None:
    from cms.retention import erase

    erase(row)


@sensitive_variables()
def correct_field(row: Any, name: str, value: Any, by: Any) -> None:
    """Write another value into a field, if the field takes it."""
    setattr(row, name, row._meta.get_field(name).clean(value, row))
    row.save(update_fields=[name])


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """One model with people in it.

    `title` says what such a row is. `fields` are all those that tell of somebody, with
    the care that each needs; `left_out` are those that are in no bundle, with the
    reason. Rows are found by `find`, or `through` keys to another declared model, with
    whose rows they go; what `find` then finds leads to that row as well. `mentioned`
    finds the rows of other people in which the person is spoken of. `goes_with` is a
    field with the number of the record with which a row goes. `read` says how a
    field is read that has no plain words of its own; `labels` names fields whose
    verbose names are no words for people. `site` is the lookup that leads from a row to
    its site, `number` and `kind` are the fields that say under which number the log of
    reads knows it.
    """

    model: str
    title: str | Promise
    fields: Mapping[str, Care]
    left_out: Mapping[str, str] = field(default_factory=dict)
    through: Sequence[str] = ()
    find: "Callable[[Search], QuerySet[Any]] | None" = None
    mentioned: "Callable[[Search], QuerySet[Any]] | None" = None
    goes_with: str = ""
    read: Mapping[str, Callable[[Any], Iterable[Line]]] = field(default_factory=dict)
    labels: Mapping[str, str | Promise] = field(default_factory=dict)
    site: str = "site"
    number: str = "pk"
    kind: str = ""
    correctable: Sequence[str] = ()
    correct: Callable[[Any, str, Any, Any], None] = correct_field
    kept: Callable[[Any], Kept | None] = _may_go
    erase: Callable[[Any], None] = _erase

    @property
    def of(self) -> type[Model]:
        """The model itself."""
        return apps.get_model(self.model)

    def label(self, name: str) -> str:
        """What a field is, for people."""
        own: Any = self.of._meta.get_field(name)
        words = self.labels.get(name) or LABELS.get(name) or own.verbose_name
        return str(capfirst(str(words)))

    def with_row(self) -> list[str]:
        """The relations that are read with each row."""
        fields = [self.of._meta.get_field(name) for name in self.fields]
        return [*self.through, *(f.name for f in fields if f.many_to_one)]

    def reference(self, row: Any) -> tuple[str, str]:
        """The kind and the number of a row; they name nobody."""
        kind = getattr(row, self.kind) if self.kind else self.of._meta.label_lower
        return str(kind), str(getattr(row, self.number))

    def lines(self, row: Any) -> Iterator[Line]:
        """What a row says, field by field; nothing of what is empty."""
        for name, care in self.fields.items():
            if name in self.read:
                yield from self.read[name](row)
            elif words := words_of(row, name):
                yield Line(name, self.label(name), words, care)


def acts(model: str, *who: str) -> PersonalData:
    """A model that says no more of people than who of the staff did something."""
    return PersonalData(
        model=model,
        title=_("Record of what staff did"),
        fields={},
        left_out=dict.fromkeys(who, "Who did it, as part of the service's own record."),
    )
