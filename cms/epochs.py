"""Values in the shared cache by which every process knows that something has changed.

An epoch is a random word under a name. It is set anew, never counted up: whoever has
kept something for the former one finds it anew. A cache that cannot be reached delays
and breaks nothing: everything is found anew then, for a few seconds nobody asks the
cache again, and what changed meanwhile is told as soon as it answers.
"""

import logging
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any, Generic, TypeVar

from django.core.cache import caches
from django.db import connection, transaction

Value = TypeVar("Value")

PREFIX = "epoch"
A_DAY = 24 * 3600
# A change that was rolled back leaves something stale behind for no longer than this.
LIFETIME = 300
PAUSE = 5.0
MOST_SHARED = 2000

log = logging.getLogger(__name__)


class Reach:
    """How to speak to a cache of which nobody knows whether it is there."""

    def __init__(self, alias: str = "default") -> None:
        self.alias = alias
        self._pauses_until = 0.0

    def ask(self, act: Callable[[Any], Value], otherwise: Value) -> Value:
        """What `act(cache)` answers; `otherwise` while the cache cannot be reached."""
        if time.monotonic() < self._pauses_until:
            return otherwise
        try:
            return act(caches[self.alias])
        except Exception as error:  # noqa: BLE001  (each backend raises its own)
            self._pauses_until = time.monotonic() + PAUSE
            name = type(error).__name__
            log.warning("The cache “%s” does not answer (%s).", self.alias, name)
            return otherwise


_epochs = Reach()
_untold: set[str] = set()
_stamps: ContextVar[tuple[str, ...]] = ContextVar("stamps", default=())
_shared: OrderedDict[Hashable, Any] = OrderedDict()


class _Renewal:
    """Sets epochs anew when the transaction is committed: each once, however often."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self) -> None:
        renew([self.name])


def current(names: Iterable[str]) -> dict[str, str]:
    """The epochs of these names, those made that are missing; {} out of reach."""
    wanted = [f"{PREFIX}.{name}" for name in names]
    if _untold:
        renew(list(_untold))
    found = _epochs.ask(lambda cache: cache.get_many(wanted), None)
    if found is None or _untold:
        return {}
    for name in wanted:
        if name not in found:
            made = _epochs.ask(partial(_made, name), "")
            if not made:
                return {}
            found[name] = made
    return {name.removeprefix(f"{PREFIX}."): found[name] for name in wanted}


def renew(names: Iterable[str]) -> None:
    """Set these epochs anew, at once."""
    fresh = {f"{PREFIX}.{name}": uuid.uuid4().hex for name in names}
    told = _epochs.ask(lambda cache: _set(cache, fresh), otherwise=False)
    for name in fresh:
        plain = name.removeprefix(f"{PREFIX}.")
        _untold.discard(plain) if told else _untold.add(plain)


def renew_on_commit(names: Iterable[str]) -> None:
    """The same as soon as others see the change; nothing if it is rolled back."""
    waiting = {
        act.name
        for _ids, act, *_how in connection.run_on_commit
        if isinstance(act, _Renewal)
    }
    for name in names:
        if name not in waiting:
            transaction.on_commit(_Renewal(name))


class Kept(Generic[Value]):
    """What is found once a process, and again when its epoch has changed."""

    def __init__(self, name: str, find: Callable[[], Value]) -> None:
        self.name = name
        self._find = find
        self._kept: tuple[str, float, Value] | None = None

    def get(self) -> Value:
        """What was found, or what is found now."""
        epoch = current([self.name]).get(self.name)
        kept = self._kept
        now = time.monotonic()
        if epoch and kept and kept[0] == epoch and now - kept[1] < LIFETIME:
            return kept[2]
        found = self._find()
        self._kept = (epoch, now, found) if epoch else None
        return found

    def forget(self) -> None:
        """Every process finds it anew: now, and again when others see the change."""
        renew([self.name])
        renew_on_commit([self.name])


@contextmanager
def standing_on(stamps: tuple[str, ...]) -> Iterator[None]:
    """Within, what `under_stamps` finds is kept for whoever stands on the same."""
    token = _stamps.set(stamps)
    try:
        yield
    finally:
        _stamps.reset(token)


def keeps() -> bool:
    """Whether a public page is being made, for which `under_stamps` keeps things."""
    return bool(_stamps.get())


def under_stamps(name: Hashable, find: Callable[[], Value]) -> Value:
    """What many pages of a site need: found once a process, while nothing changes.

    Only where a public page is made for whoever comes; else it is found every time.
    What is given is shared: nobody may change it.
    """
    if not keeps():
        return find()
    key = (name, _stamps.get())
    if key in _shared:
        _shared.move_to_end(key)
        found: Value = _shared[key]
        return found
    found = _shared[key] = find()
    while len(_shared) > MOST_SHARED:
        _shared.popitem(last=False)
    return found


def _made(name: str, cache: Any) -> str:
    """Of several processes that make it at once all take the one that came first."""
    cache.add(name, uuid.uuid4().hex, timeout=A_DAY)
    return str(cache.get(name) or "")


def _set(cache: Any, fresh: dict[str, str]) -> bool:
    cache.set_many(fresh, timeout=A_DAY)
    return True
