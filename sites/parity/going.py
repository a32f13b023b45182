"""Pages that are being taken down in one go: none of them leaves another alone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_going: ContextVar[frozenset[int]] = ContextVar("going", default=frozenset())


def going() -> frozenset[int]:
    """The pages that are being taken down at the moment, by id."""
    return _going.get()


@contextmanager
def going_together(pks: Iterable[int] = ()) -> Iterator[None]:
    """Within, these pages go, and those noted with `also_going`."""
    token = _going.set(_going.get() | frozenset(pks))
    try:
        yield
    finally:
        _going.reset(token)


def also_going(pks: Iterable[int]) -> None:
    """These go too, until the end of the nearest `going_together`."""
    _going.set(_going.get() | frozenset(pks))
