"""What there is about the person who asks: records, each with all that goes with it.

What was found may be somebody else's of the same name: staff choose what is theirs.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from cms.privacy import Found, Kept, Person, find_about
from sites.rights.models import RightsRequest


@dataclass
class Record:
    """A row that stands by itself, with the rows that go with it."""

    key: str
    title: str
    number: str
    is_mention: bool
    rows: list[Found] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Record: {self.key}>"

    @property
    def root(self) -> Found:
        """The row itself; the first of those that go with it, where it is not found."""
        return next(
            (each for each in self.rows if key_of(each.row) == self.key), self.rows[0]
        )

    @property
    def parts(self) -> list[tuple[str, int]]:
        """What goes with it, by kind, and how many of each."""
        kinds = Counter(str(each.data.title) for each in self.rows if each != self.root)
        return list(kinds.items())

    @property
    def kept(self) -> Kept | None:
        """Why it stays: nothing of a record goes while part of it must stay."""
        whys = (each.kept() for each in [self.root, *self.rows])
        return next((why for why in whys if why), None)


def key_of(row: Any) -> str:
    """What a row is known by; it names nobody."""
    return f"{row._meta.label_lower}.{row.pk}"


def person_of(asked: RightsRequest) -> Person:
    """Who asks, as far as is known."""
    return Person(
        site=asked.site,
        name=asked.name,
        email=asked.email,
        phone=asked.phone,
        references=tuple(asked.references.upper().split()),
    )


def records_about(
    asked: RightsRequest, *, by: Any, request: HttpRequest | None = None
) -> list[Record]:
    """Everything about the person but this very request; the log says who looked."""
    records: dict[str, Record] = {}
    for found in find_about(person_of(asked), by=by, request=request):
        key = key_of(found.root)
        if key == key_of(asked):
            continue
        if key not in records:
            records[key] = Record(key, "", found.reference[1], found.mentioned)
        records[key].rows.append(found)
    for record in records.values():
        record.title = str(record.root.data.title)
    return list(records.values())


def chosen_records(
    asked: RightsRequest, *, by: Any, request: HttpRequest | None = None
) -> list[Record]:
    """Those that somebody has said are the person's."""
    found = records_about(asked, by=by, request=request)
    return [record for record in found if record.key in asked.chosen]
