"""How far a long command is: one line that grows in a terminal, else a line each."""

import time
from typing import Any

WIDTH = 24


class Progress:
    """Writes to a stream; `begin` and `end` each piece of work, `close` at the last."""

    def __init__(self, out: Any, total: int) -> None:
        self.out = out
        self.total = total
        self.done = 0
        self.live = bool(out.isatty()) and total > 1
        self.name = ""
        self.started = time.monotonic()

    def begin(self, name: str) -> None:
        """Say what is being worked on."""
        self.name = name
        if self.live:
            self._draw()

    def end(self, words: str) -> None:
        """Say what became of it."""
        self.done += 1
        line = f"{self.done}/{self.total} {self.name}: {words}"
        if self.live:
            self.out.write(f"\r\033[K{line}", ending="\n")
            self._draw()
        else:
            self.out.write(line)

    def close(self) -> None:
        """Take the bar away."""
        if self.live:
            self.out.write("\r\033[K", ending="")

    def _draw(self) -> None:
        filled = WIDTH * self.done // self.total
        bar = "#" * filled + "." * (WIDTH - filled)
        words = f"[{bar}] {self.done}/{self.total}, {self._left()} {self.name}"
        self.out.write(f"\r\033[K{words}", ending="")
        self.out.flush()

    def _left(self) -> str:
        if not self.done:
            return ""
        each = (time.monotonic() - self.started) / self.done
        return f"{round(each * (self.total - self.done))} s left,"
