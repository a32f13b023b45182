"""A line of the board: one thing in both languages, and how they stand."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise

from cms.language import Evenness, Pair


@dataclass(frozen=True, kw_only=True)
class Row:
    """What it is, what is wrong with which language, since when, where to mend it."""

    kind: str | Promise
    name: str | Promise
    evenness: Evenness
    language: str
    since: dt.datetime | None = None
    url: str = ""
    changed: tuple[str, ...] = ()

    @classmethod
    def of(cls, pair: Pair) -> "Row":
        """The line of a pair of texts."""
        return cls(
            kind=pair.kind,
            name=pair.name,
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
    def age(self) -> int | None:
        """For how many days it has been so; None where nobody knows."""
        return (timezone.now() - self.since).days if self.since else None
