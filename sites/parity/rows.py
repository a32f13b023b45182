"""A line of the board: one thing in both languages, and how they stand."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise

from cms.language import Evenness, Pair


@dataclass(frozen=True)
class Part:
    """A field or a block of a page that is not even."""

    name: str
    evenness: Evenness


@dataclass(frozen=True, kw_only=True)
class Row:
    """What it is, what is wrong with which language, since when, where to mend it.

    `name_in` is the language of a name that is somebody's words, not ours.
    `parts` tells of a page which of its fields and blocks it is.
    """

    kind: str | Promise
    name: str | Promise
    name_in: str = ""
    evenness: Evenness
    language: str
    since: dt.datetime | None = None
    url: str = ""
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, pair: Pair, *, name_in: str = "") -> "Row":
        """The line of a pair of texts."""
        return cls(
            kind=pair.kind,
            name=pair.name,
            name_in=name_in,
            evenness=pair.evenness,
            language=pair.lacks,
            since=pair.since,
            url=pair.url,
        )

    @property
    def is_even(self) -> bool:
        """Whether there is nothing to do."""
        return self.evenness == Evenness.EVEN

    @property
    def details(self) -> list[tuple[Evenness, list[str]]]:
        """The parts by what is wrong with them."""
        told = {part.evenness: list[str]() for part in self.parts}
        for part in self.parts:
            told[part.evenness].append(part.name)
        return list(told.items())

    @property
    def age(self) -> int | None:
        """For how many days it has been so; None where nobody knows."""
        return (timezone.now() - self.since).days if self.since else None
