"""Find a Chromium, or get one where we may; say plainly when there is none."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

PACKAGES = ("chromium", "fonts-dejavu-core")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]
LOCK = Path(tempfile.gettempdir()) / "iv-cms-chromium.lock"
ABSENT = (
    "Browser tests did not run: no Chromium was found on this machine"
    " (on Debian, `apt-get install chromium`)."
)


@cache
def chromium() -> str | None:
    """The browser's path: one on PATH, else installed by apt as root on Debian."""
    if found := _on_path():
        return found
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # The other worker may be installing it.
        if not _on_path():
            _install()
    return _on_path()


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _install() -> None:
    if os.geteuid() != 0 or not Path("/etc/debian_version").exists():
        return
    for arguments in (
        ["update", "-qq"],
        ["install", "-qq", "-y", "--no-install-recommends", *PACKAGES],
    ):
        subprocess.run(
            ["/usr/bin/apt-get", *arguments],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
