"""The host keeps its word whichever plugins are installed beside it.

The contract's tests and those of the gates run with half of the optional plugins
absent, the slow ones left out, in so many ways that of any two each is once there
without the other; all of the host's run with `standard_pages` alone: migrated,
provisioned and served as if they had never been.
"""

import os
import subprocess
import sys
from itertools import combinations, count, permutations
from math import comb
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cms.plugins.freshness import PYPROJECT, declared_plugins
from tests.architecture.sources import ROOT

pytestmark = pytest.mark.long

BASE = "standard_pages"
OPTIONAL = sorted(set(declared_plugins(PYPROJECT)) - {BASE})
ROOMS = ("tests/host", "tests/contract")
# What knows of plugins; the rest of the host does not change with one of them.
GATES = {
    "test_activation.py",
    "test_gates.py",
    "test_gates_making.py",
    "test_gates_public.py",
    "test_gates_registry.py",
    "test_language_ready.py",
    "test_sitemap.py",
    "test_what_is_on.py",
}
REST = tuple(
    path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "tests" / "host").glob("test_*.py"))
    if path.name not in GATES
)
# What no plugin's absence can change: crowds of services, processes, the guide's text.
ELSEWHERE = (
    "tests/contract/test_guide.py",
    "tests/host/test_processes.py",
    "tests/host/test_same_queries.py",
)
QUICK = "not long and not slow and not browser and not postgres"
WHOLE = "not long and not browser and not postgres"
OURS = {"VAR_DIR", "TEST_DATABASE_URL", "TEST_DATABASE", "PYTHONPATH"}


def ways_of_absence(plugins: list[str]) -> list[list[str]]:
    """Who is absent in each run: the fewest runs that part each from every other.

    Each plugin is absent in another half of the runs. No half holds another, so that
    of any two plugins each is in one run absent while the other is there (Sperner).
    """
    runs = next(n for n in count(2) if comb(n, n // 2) >= len(plugins))
    halves = combinations(range(runs), runs // 2)
    absences = dict(zip(plugins, halves, strict=False))
    return [[p for p in plugins if run in absences[p]] for run in range(runs)]


def clean_environment(absent: list[str]) -> dict[str, str]:
    """What a fresh test run would find, but for the plugins."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in OURS and not name.startswith(("PYTEST_", "COV_", "COVERAGE_"))
    }
    return {**kept, "IV_WITHOUT_PLUGINS": " ".join(absent)}


def run_without(
    absent: list[str], marks: str, left_out: tuple[str, ...], report: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-n", "0", "-q", "--tb=short"),
            *("-m", marks),
            f"--junitxml={report}",
            *(f"--ignore={path}" for path in (*ELSEWHERE, *left_out)),
            *ROOMS,
        ],
        cwd=ROOT,
        env=clean_environment(absent),
        capture_output=True,
        text=True,
        check=False,
    )


def passed(report: Path) -> int:
    """How many tests ran and passed."""
    suite = ElementTree.parse(report).getroot()[0]  # noqa: S314  (pytest's own report)
    bad = ("failures", "errors", "skipped")
    return int(suite.attrib["tests"]) - sum(int(suite.attrib[kind]) for kind in bad)


def test_of_any_two_plugins_each_is_once_there_without_the_other() -> None:
    ways = ways_of_absence(OPTIONAL)

    assert [
        (absent, there)
        for absent, there in permutations(OPTIONAL, 2)
        if not any(absent in way and there not in way for way in ways)
    ] == []


@pytest.mark.parametrize("absent", ways_of_absence(OPTIONAL), ids="+".join)
def test_the_host_stands_with_half_of_the_plugins_absent(
    absent: list[str], tmp_path: Path
) -> None:
    report = tmp_path / "report.xml"

    run = run_without(absent, QUICK, REST, report)

    assert run.returncode == 0, run.stdout[-10_000:] + run.stderr[-2_000:]
    assert passed(report) > 30


def test_the_host_stands_with_standard_pages_alone(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"

    run = run_without([*OPTIONAL, "fostering"], WHOLE, (), report)

    assert run.returncode == 0, run.stdout[-10_000:] + run.stderr[-2_000:]
    assert passed(report) > 100
