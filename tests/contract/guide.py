"""The plugin authors' guide as a script: its files and commands, in their order."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cms.language import catalogue
from tests.architecture.sources import ROOT
from tests.third_party import BUILD_WHEEL

GUIDE = ROOT / "docs" / "plugins.md"
INSTALL = "python -m pip install --no-deps --no-build-isolation -e ."
# What would change this environment, or is done elsewhere, and what stands for it.
INSTEAD = {
    ". ../iv-services-cms/.venv/bin/activate": "true",
    # What pip reads of a folder, written beside it: its entry points.
    INSTALL: 'python -c "import setuptools; setuptools.setup()" -q egg_info',
    'python -m pip install --no-build-isolation -e "../iv-services-cms[testing]"': (
        'python -c "import pytest, pytest_django"'
    ),
    # Run for real, beside the installed wheel, by tests/long/test_wheel.py.
    "python -m pytest": "python -m pytest --collect-only -q",
    "python -m django migrate": "python -m django migrate fostering --plan",
    "make -C ../iv-services-cms run": "true",
    "python -m pip wheel --no-deps --no-build-isolation -w dist .": (
        f"mkdir dist && python -c '{BUILD_WHEEL}' dist"
    ),
}
if not catalogue.can_extract():  # CI has gettext; elsewhere the words are given.
    INSTEAD[
        "python -m cms.language.update_catalogue"
        " acme_fostering acme_fortnight acme_imprint"
    ] = "true"
_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A block of the guide: a file where a path stands above it, or commands."""

    path: str
    kind: str
    text: str


def blocks() -> Iterator[Block]:
    """Every block, in order."""
    for found in _BLOCK.finditer(GUIDE.read_text("utf-8")):
        yield Block(found["path"] or "", found["kind"], found["text"])


class Author:
    """Somebody who follows the guide to the letter, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {k: v for k, v in os.environ.items() if k != "PYTEST_XDIST_WORKER"}
        self.environment = {
            **kept,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "VAR_DIR": str(folder / "var"),
        }

    def follow(self) -> Path:
        """Write every file and run every command; the folder of the package."""
        for block in blocks():
            if block.path:
                self.write(block)
            elif block.kind == "sh":
                for line in block.text.splitlines():
                    self.run(INSTEAD.get(line, line))
        return self.folder

    def write(self, block: Block) -> None:
        """Write a file, in the place of an earlier one if there is one."""
        path = self.folder / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")

    def run(self, line: str) -> None:
        """Run one line of a shell."""
        command, _space, rest = line.partition(" ")
        if command == "cd":
            self.folder /= rest
            # As an installed folder is: found, before the example of this test run.
            self.environment["PYTHONPATH"] = str(self.folder)
        elif command == "export":
            name, _equals, value = rest.partition("=")
            self.environment[name] = value
        else:
            done = subprocess.run(
                ["bash", "-c", line],
                cwd=self.folder,
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
