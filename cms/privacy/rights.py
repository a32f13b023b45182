"""Find everything about one person at one site, correct it, and erase what may go."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from cms.privacy.declared import declared
from cms.privacy.person import Person
from cms.privacy.personal import Care, Kept, Line, NotCorrectable, PersonalData
from cms.privacy.reads import log_reads


class MayNotBeErased(Exception):
    """A row that is kept; `kept` says why and until when."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(str(kept.why))
        self.kept = kept


class Search:
    """One look for one person; what was found of a model is looked up once."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._keys: dict[type[Model], set[Any]] = {}
        self._found: dict[type[Model], set[Any]] = {}

    def keys(self, data: PersonalData) -> set[Any]:
        """The keys of the person's rows of a declared model."""
        if data.of not in self._keys:
            rows = self.rows(data) if data.through else self._own(data)
            keys = {*rows.values_list("pk", flat=True), *self._led_to(data)}
            self._keys[data.of] = keys
        return self._keys[data.of]

    def rows(self, data: PersonalData) -> QuerySet[Any]:
        """The person's own rows of a declared model, at their site alone."""
        if not data.through:
            asked = Q(pk__in=self.keys(data))
        else:
            asked = Q(pk__in=self._own(data).values("pk"))
            for name, root in _roots(data):
                asked |= Q(**{f"{name}__in": self.keys(root)})
        return self._here(data, data.of._base_manager.filter(asked))

    def mentions(self, data: PersonalData) -> QuerySet[Any]:
        """Rows of other people in which the person is spoken of."""
        if not data.mentioned:
            return data.of._base_manager.none()
        return self._here(data, data.mentioned(self))

    def references(self) -> list[str]:
        """The numbers of the person's records that have one, whatever they are."""
        return [
            str(number)
            for data in declared().values()
            if data.number != "pk"
            for number in self.rows(data).values_list(data.number, flat=True)
        ]

    def root_of(self, data: PersonalData, row: Any) -> Any:
        """The person's row with which this one goes; itself, where there is none."""
        for name, root in _roots(data):
            if getattr(row, f"{name}_id") in self.keys(root):
                return getattr(row, name)
        return row

    def _own(self, data: PersonalData) -> QuerySet[Any]:
        """What `find` finds; looked for once, and kept by its keys."""
        if data.of not in self._found:
            none = data.of._base_manager.none()
            found = self._here(data, data.find(self)) if data.find else none
            self._found[data.of] = {*found.values_list("pk", flat=True)}
        return data.of._base_manager.filter(pk__in=self._found[data.of])

    def _led_to(self, data: PersonalData) -> Iterator[Any]:
        for other in declared().values():
            for name, root in _roots(other):
                if other.find and root is data:
                    yield from self._own(other).values_list(f"{name}_id", flat=True)

    def _here(self, data: PersonalData, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Whatever a declaration finds: nothing of another site is ever found."""
        here = {data.site: self.person.site} if data.site else {}
        return data.of._base_manager.filter(pk__in=rows.values("pk"), **here).distinct()


@dataclass(frozen=True)
class Found:
    """One row about the person; with `mentioned` it is another's that names them."""

    data: PersonalData
    row: Any
    root: Any
    """The row with which this one goes, be it itself: a note goes with its case."""
    mentioned: bool = False

    def __repr__(self) -> str:
        return f"<Found: {self.data.model} {self.row.pk}>"

    @property
    def key(self) -> str:
        """What it is known by, such as “casework.case.12”; it names nobody."""
        return f"{self.data.of._meta.label_lower}.{self.row.pk}"

    @property
    def is_root(self) -> bool:
        """Whether it stands by itself; what goes with another row is erased with it."""
        return bool(self.row == self.root)

    @property
    def reference(self) -> tuple[str, str]:
        """The kind and the number of the record, as the log of reads knows it."""
        return self._of_root.reference(self.root)

    @property
    def _of_root(self) -> PersonalData:
        return declared().get(type(self.root), self.data)

    def lines(self) -> list[Line]:
        """What it says, in the active language; of another's record all is theirs."""
        lines = list(self.data.lines(self.row))
        if not self.mentioned:
            return lines
        return [
            Line(line.field, line.label, line.words, Care.OTHERS)
            if line.care is Care.GIVE
            else line
            for line in lines
        ]

    def kept(self) -> Kept | None:
        """Why it may not be erased now; None where it may."""
        if self.mentioned and self.is_root:
            return Kept(_("It is another person’s record."))
        if self.data.goes_with and not self.is_root:
            return self._of_root.kept(self.root)  # A mail that waits holds up nothing.
        kept = self.data.kept(self.row)
        return kept if kept or self.is_root else self._of_root.kept(self.root)

    @transaction.atomic
    def erase(self) -> None:
        """Delete it and whatever says that it was there, unless it is kept."""
        if kept := self.kept():
            raise MayNotBeErased(kept)
        self.data.erase(self.row)


def find_about(
    person: Person, *, by: Any, request: HttpRequest | None = None
) -> list[Found]:
    """Every row about the person at their site, in the order of the declarations.

    The log says which records `by` has seen with it. How many queries it takes depends
    on what is declared, and not on how much is found.
    """
    search, found = Search(person), []
    for data in declared().values():
        if not data.fields:
            continue
        own = list(search.rows(data).select_related(*data.with_row()).order_by("pk"))
        found += [Found(data, row, search.root_of(data, row)) for row in own]
        if data.mentioned:
            others = search.mentions(data).select_related(*data.with_row())
            others = others.exclude(pk__in=[row.pk for row in own])
            found += [Found(data, row, row, True) for row in others.order_by("pk")]
    found = _with_their_records(found)
    _log(found, person, by, request)
    return found


def _with_their_records(found: list[Found]) -> list[Found]:
    """A mail about a record goes with it, whoever the mail was to."""
    numbered = {
        each.reference[1]: each.row
        for each in found
        if each.is_root and not each.mentioned and each.data.number != "pk"
    }
    return [
        replace(each, root=numbered.get(number, each.root)) if number else each
        for each in found
        for number in [getattr(each.row, each.data.goes_with or "_", "")]
    ]


@transaction.atomic
@sensitive_variables("value")
def correct(found: Found, field: str, value: Any, *, by: Any) -> None:
    """Write what is right into a field; raises NotCorrectable for any other field."""
    if field not in found.data.correctable:
        raise NotCorrectable(f"{found.data.model}.{field}")
    found.data.correct(found.row, field, value, by)


def _roots(data: PersonalData) -> Iterator[tuple[str, PersonalData]]:
    for name in data.through:
        related: Any = data.of._meta.get_field(name).related_model
        if related in declared():
            yield name, declared()[related]


def _log(
    found: list[Found], person: Person, by: Any, request: HttpRequest | None
) -> None:
    read: dict[str, dict[str, None]] = {}
    for each in found:
        kind, reference = each.reference
        read.setdefault(kind, {})[reference] = None
    for kind, references in read.items():
        log_reads(
            site=person.site,
            user=by,
            kind=kind,
            references=references,
            action="search",
            request=request,
        )
