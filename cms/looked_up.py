"""What the blocks of a page point to, looked up together before they are drawn.

While a page is drawn its blocks ask here, and not the database: a chooser of a page or
a picture gives a bare row with its number, which is enough to be found by.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PageLink:
    """Where a link leads, the language there, and what to say beside it."""

    url: str
    language: str
    note: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture as it is shown: its address and size, and what costs less."""

    url: str
    width: int
    height: int
    smaller: list[dict[str, str]]
    """Type and `srcset` of each, the one that costs least first."""


@dataclass(frozen=True)
class LookedUp:
    """Links and pictures by the number of their row; what is not there is hidden."""

    links: Mapping[int, PageLink] = field(default_factory=dict)
    pictures: Mapping[int, Picture] = field(default_factory=dict)


_known: ContextVar[LookedUp | None] = ContextVar("looked_up", default=None)


def looked_up() -> LookedUp | None:
    """What was looked up for the page being drawn; None where nothing was."""
    return _known.get()


@contextmanager
def drawing_from(found: LookedUp) -> Iterator[None]:
    """Let what is drawn inside use what was found."""
    token = _known.set(found)
    try:
        yield
    finally:
        _known.reset(token)


def bare_rows(model: Any, keys: Any) -> list[Any]:
    """A row for each number, with nothing in it but that."""
    name = model._meta.pk.attname
    return [
        # Not as a new row, whose defaults may ask the database.
        None if key is None else model.from_db(None, [name], [key])
        for key in keys
    ]
