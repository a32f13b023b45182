"""The project's wheel, built once for the tests that need it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.third_party import BUILD_WHEEL


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy of what git tracks and what the build has made."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    made = [
        path.relative_to(ROOT).as_posix()
        for pattern in ("build/theme/**/*", "locale/**/*.mo")
        for path in ROOT.glob(pattern)
    ]
    for name in [*filter(None, listed.stdout.split("\0")), *made]:
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    command = [sys.executable, "-c", BUILD_WHEEL, str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return next(out.glob("*.whl"))
