"""What gates before publishing are told, and what they tell.

Rooms above may hold a page back; what the platform keeps in both languages itself
(starter pages, national texts) is never held.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_own: ContextVar[bool] = ContextVar("own_words", default=False)


class HeldBack(Exception):
    """Raised by a gate before publishing: the page stays as it is for now."""


@contextmanager
def own_words() -> Iterator[None]:
    """Within, the platform publishes words that it keeps in both languages itself."""
    token = _own.set(True)
    try:
        yield
    finally:
        _own.reset(token)


def are_own_words() -> bool:
    """Whether what is published at the moment is the platform's own."""
    return _own.get()
