"""Make a fresh clone ready to run or to test, doing only what has changed.

Runs on the system's Python before anything is installed: the standard library only.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.steps import PYTHON, ROOT, Step, python

FLOORS = ("cms", "sites", "pages", "forms")
RUN_LOCK = "requirements/run.txt"
ALL_LOCK = "requirements/all.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("purpose", choices=["run", "test"])
    purpose = parser.parse_args().purpose
    name_what_is_missing()
    os.chdir(ROOT)
    started = time.monotonic()
    for step in steps_for(purpose):
        step.run_if_needed()
    print(f"Ready after {time.monotonic() - started:.0f} s.", flush=True)


def name_what_is_missing() -> None:
    """Stop with one sentence where the machine cannot carry the rest."""
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        sys.exit(
            "Python 3.11, 3.12 or 3.13 is needed, and this is "
            f"{sys.version_info[0]}.{sys.version_info[1]}."
        )
    if not (find_spec("venv") and find_spec("ensurepip")):
        sys.exit(
            "Python's venv module is needed: on Debian, `apt-get install python3-venv`."
        )


def steps_for(purpose: str) -> list[Step]:
    environment = [
        Step("environment", "Creating .venv", make_environment, [], ".venv/stamps"),
        packages_step(purpose),
        Step(
            "project",
            "Installing the project",
            install_project,
            ["pyproject.toml", "setup.py"],
            ".venv/stamps",
        ),
    ]
    built = [
        Step(
            "theme",
            "Building the CSS",
            build_theme,
            ["package.json", "package-lock.json", "cms/theme"],
            "build/stamps",
            makes="build/theme",
        ),
        Step(
            "catalogues",
            "Compiling the Welsh and English catalogues",
            lambda: python("-m", "cms.language.compile"),
            ["locale"],
            "build/stamps",
            makes="locale/cy/LC_MESSAGES/django.mo",
        ),
    ]
    return [*environment, *built, *(demo_steps() if purpose == "run" else [])]


def packages_step(purpose: str) -> Step:
    """The hashed lock of `purpose`; the lock of the tests holds the other one too."""
    lock = RUN_LOCK if purpose == "run" else ALL_LOCK
    return Step(
        f"packages-{purpose}",
        "Installing packages",
        lambda: install(lock),
        [lock],
        ".venv/stamps",
    )


def demo_steps() -> list[Step]:
    database = "var/db.sqlite3"
    return [
        Step(
            "static",
            "Collecting static files",
            lambda: manage("collectstatic", "--noinput", "--clear"),
            [RUN_LOCK, "build/theme", *(f"{floor}/**/static" for floor in FLOORS)],
            "var/stamps",
            makes="var/static/staticfiles.json",
        ),
        Step(
            "migrate",
            "Migrating the database",
            lambda: manage("migrate", "--no-input"),
            [RUN_LOCK, *(f"{floor}/**/migrations" for floor in FLOORS)],
            "var/stamps",
            makes=database,
        ),
        Step(
            "demo",
            "Loading the demo",
            # Mails are written as they are queued: they must know the port by then.
            lambda: manage("load_demo", "--port", os.environ.get("PORT", "8000")),
            [RUN_LOCK, "locale", *FLOORS],
            "var/stamps",
            makes=database,
        ),
    ]


def make_environment() -> None:
    if _environment_works():
        return
    shutil.rmtree(".venv", ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", ".venv"], check=True)


def _environment_works() -> bool:
    """Whether .venv is there, is of this Python and has pip."""
    version = "import sys, pip; print(sys.version)"
    if not PYTHON.exists():
        return False
    asked = subprocess.run(
        [PYTHON, "-c", version], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() == sys.version


def install(lock: str) -> None:
    python("-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)


def install_project() -> None:
    python(
        *("-m", "pip", "install", "--quiet"),
        *("--no-deps", "--no-build-isolation", "-e", "."),
    )


def build_theme() -> None:
    """Compile with the system's npm, or with one from the package registry."""
    if not _npm_works():
        print("  no usable npm on this machine: installing one into .venv", flush=True)
        install("requirements/build.txt")
    python("-m", "cms.theme.build")


def manage(*arguments: str) -> None:
    python("manage.py", *arguments, "--verbosity", "0")


def _npm_works() -> bool:
    """Whether the theme's build finds a Node and npm that are new enough."""
    asked = subprocess.run(
        [PYTHON, "-c", "from cms.theme.build import npm_place; npm_place()"],
        capture_output=True,
        check=False,
    )
    return asked.returncode == 0


if __name__ == "__main__":
    main()
