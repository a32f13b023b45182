"""Run several programs as one: start them, watch them, stop them together."""

import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType

_PATIENCE = 15  # Seconds a child may take to finish what it is doing.
_LOOK_EVERY = 0.2


class ChildDied(Exception):
    """A child ended by itself; the message names it and quotes its last words."""


class Stopped(Exception):
    """Someone asked us to stop (Ctrl-C, SIGTERM)."""


@dataclass
class Children:
    """Programs that live and die together, each writing to a log of its own."""

    logs: Path
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Children":
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        for child in self._running.values():
            child.terminate()
        deadline = time.monotonic() + _PATIENCE
        for child in self._running.values():
            _wait_or_kill(child, deadline)
        self._stack.close()

    def start(self, name: str, *command: str) -> None:
        log = self._stack.enter_context(self._log_of(name).open("wb"))
        # A session of its own: Ctrl-C reaches us alone, and we stop them in order.
        self._running[name] = subprocess.Popen(  # noqa: S603  (our own commands)
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def watch_until(self, ready: Callable[[], bool], *, seconds: float) -> bool:
        """Whether `ready` came true in time; raises ChildDied when a child ended."""
        deadline = time.monotonic() + seconds
        while not ready():
            self._look()
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_EVERY)
        return True

    def watch(self) -> None:
        """Wait for ever; raises ChildDied when a child ended, Stopped when asked to."""
        while True:
            self._look()
            time.sleep(_LOOK_EVERY)

    def last_words(self, name: str, lines: int = 15) -> str:
        text = self._log_of(name).read_text(errors="replace")
        return "\n".join(text.splitlines()[-lines:])

    def _look(self) -> None:
        for name, child in self._running.items():
            if (status := child.poll()) is not None:
                raise ChildDied(
                    f"The {name} ended by itself (exit status {status}). Its last words"
                    f" ({self._log_of(name)}):\n{self.last_words(name)}"
                )

    def _log_of(self, name: str) -> Path:
        return self.logs / f"{name}.log"


def _wait_or_kill(child: subprocess.Popen[bytes], deadline: float) -> None:
    try:
        child.wait(timeout=max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
