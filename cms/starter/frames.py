"""Make the pages of files as empty drafts, all of them before any is written.

What is written then finds every page it links to, and the first pages of a home are
made in the order in which they shall stand. Nothing has to be written or moved twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from cms.models import PluginPage
from cms.starter.files import PageFile


@dataclass(frozen=True)
class Frame:
    """A file whose page has to be there."""

    file: PageFile
    model: type[PluginPage]
    parent: str


_asked: ContextVar[list[Frame] | None] = ContextVar("asked_frames", default=None)


@contextmanager
def collected() -> Iterator[list[Frame]]:
    """Within, files are put down in the list, and nothing is made or written."""
    frames: list[Frame] = []
    token = _asked.set(frames)
    try:
        yield frames
    finally:
        _asked.reset(token)


def put_down(frames: list[Frame]) -> bool:
    """Whether the frames are only collected at the moment; then they are."""
    asked = _asked.get()
    if asked is not None:
        asked += frames
    return asked is not None


def in_making_order(
    frames: list[Frame], home: str, has_parent: Callable[[Frame], bool]
) -> Iterator[Frame]:
    """Those below the home first, as they shall stand; then each after its parent."""
    last = max((frame.file.facts.get("order", 0) for frame in frames), default=0) + 1
    below_home = [frame for frame in frames if frame.parent == home]
    yield from sorted(below_home, key=lambda x: x.file.facts.get("order", last))
    left = [frame for frame in frames if frame.parent != home]
    while left:
        # One at a time: the page just made may be the parent of the next. Where no
        # parent is there, whoever makes the page says which is missing.
        ready = next((frame for frame in left if has_parent(frame)), left[0])
        yield ready
        left.remove(ready)
