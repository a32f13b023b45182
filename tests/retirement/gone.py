"""Run Python where the example plugin's package is not there at all.

A process of its own on the same database: the plugin's folder is off its path, so
nothing of it can be imported, as after `pip uninstall`.
"""

import json
import os
import subprocess
import sys
from typing import Any
from uuid import uuid4

from tests.architecture.sources import ROOT
from tests.third_party import BUILT

ONLY_THERE = "cms"


def environment(*, gone: bool = True) -> dict[str, str]:
    """This process's environment, with or without the plugin on the path."""
    folders = os.environ["PYTHONPATH"].split(os.pathsep)
    kept = [f for f in folders if not (gone and f.startswith(str(BUILT)))]
    path = os.pathsep.join(kept)
    settings = {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "PYTHONPATH": path}
    # SlipCover clears that folder away at its end, ours with all that is measured.
    ours = {k: v for k, v in os.environ.items() if k != "SLIPCOVER_COVERAGE_DIR"}
    return {**ours, **settings}


def run(*words: str, gone: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the interpreter with `words`."""
    return subprocess.run(
        [*_interpreter(words, gone=gone), *words],
        cwd=ROOT,
        env=environment(gone=gone),
        capture_output=True,
        text=True,
        check=False,
    )


def _interpreter(words: tuple[str, ...], *, gone: bool) -> list[str]:
    """Python; where the test that asks for it is measured, so is what runs there alone.

    SlipCover takes longer to prepare the whole project than most of these take to run;
    what runs with the plugin installed is measured elsewhere.
    """
    if not gone or not os.environ.get("SLIPCOVER_ENABLED") or words[0] == "-c":
        return [sys.executable]
    report = ROOT / "build" / "coverage" / f"gone-{uuid4().hex}.json"
    return [
        *(sys.executable, "-m", "slipcover"),
        *("--source", ONLY_THERE, "--out", str(report)),
    ]


def visit(name: str, facts: dict[str, Any], *, gone: bool = True) -> Any:
    """What a function of tests.retirement.visits returns in that process."""
    done = run("-m", "tests.retirement.visits", name, json.dumps(facts), gone=gone)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


def manage(*words: str, gone: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a management command there."""
    return run("manage.py", *words, gone=gone)
