"""Find the names that a view reads from a query or a form, by watching it read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import QueryDict

READERS = ("get", "getlist", "__getitem__", "__contains__", "pop")


@contextmanager
def watched() -> Iterator[set[str]]:
    """The names read from any query or form meanwhile."""
    read: set[str] = set()
    kept = {name: QueryDict.__dict__.get(name) for name in READERS}
    for name in READERS:
        setattr(QueryDict, name, _watching(getattr(QueryDict, name), read))
    try:
        yield read
    finally:
        for name, method in kept.items():
            if method is None:
                delattr(QueryDict, name)
            else:
                setattr(QueryDict, name, method)


def _watching(method: Any, read: set[str]) -> Any:
    def reading(self: QueryDict, key: Any, *args: Any) -> Any:
        read.add(str(key))
        return method(self, key, *args)

    return reading
