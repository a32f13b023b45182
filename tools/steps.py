"""One step of preparing a clone: run when what it reads has changed, else skipped."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv" / "bin" / "python"


@dataclass(frozen=True)
class Step:
    """What to do, which files decide whether to do it again, and where that is noted.

    `stamps` stands beside what the step makes, so that removing one removes both.
    """

    name: str
    title: str
    action: Callable[[], None]
    reads: Sequence[str]
    stamps: str
    makes: str = ""

    def run_if_needed(self) -> None:
        if self._is_done():
            return
        print(f"· {self.title} …", flush=True)
        started = time.monotonic()
        try:
            self.action()
        except subprocess.CalledProcessError as failure:
            sys.exit(f"{self.title} failed (exit status {failure.returncode}).")
        self._stamp.parent.mkdir(parents=True, exist_ok=True)
        self._stamp.write_text(self._digest())
        print(f"  {time.monotonic() - started:.0f} s", flush=True)

    @property
    def _stamp(self) -> Path:
        return ROOT / self.stamps / self.name

    def _is_done(self) -> bool:
        if self.makes and not (ROOT / self.makes).exists():
            return False
        return self._stamp.exists() and self._stamp.read_text() == self._digest()

    def _digest(self) -> str:
        digest = hashlib.sha256(f"{sys.version}{ROOT}".encode())
        for path in files_of(self.reads):
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()


def files_of(patterns: Sequence[str]) -> Iterator[Path]:
    """Every source file below the given files, folders and glob patterns, sorted."""
    found = set()
    for pattern in patterns:
        for path in ROOT.glob(pattern):
            found.update(path.rglob("*") if path.is_dir() else [path])
    for path in sorted(found):
        if path.is_file() and path.suffix not in {".pyc", ".mo"}:
            yield path


def python(*arguments: str) -> None:
    """Run the environment's Python, its programs (npm among them) last on PATH."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(PYTHON.parent)])
    subprocess.run([PYTHON, *arguments], check=True, env={**os.environ, "PATH": path})
