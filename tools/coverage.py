"""Compare the coverage of the whole suite with what pyproject.toml promises."""

import json
import sys
import tomllib
from fnmatch import fnmatch
from typing import Any

from slipcover import merge_coverage

from tools.steps import ROOT

MEASURED = ROOT / "build" / "coverage"


def main() -> None:
    floors: dict[str, float] = _promised()
    files = _measured()
    short = [
        line
        for pattern, floor in floors.items()
        for line in shortfalls(files, pattern, floor)
    ]
    total = percent(files.values())
    print(f"Coverage, branches counted: {total:.1f} %.")
    if short:
        sys.exit("Less than promised in pyproject.toml:\n" + "\n".join(short))


def shortfalls(files: dict[str, Any], pattern: str, floor: float) -> list[str]:
    """What is said where the files of `pattern` together stay below `floor`."""
    matching = {name: file for name, file in files.items() if fnmatch(name, pattern)}
    if not matching:
        return [f"  {pattern}: no such file was measured"]
    reached = percent(matching.values())
    if reached >= floor:
        return []
    missing = [
        f"    {name}: lines {', '.join(map(str, file['missing_lines'])) or 'none'},"
        f" {file['summary']['missing_branches']} branches"
        for name, file in matching.items()
        if file["missing_lines"] or file["summary"]["missing_branches"]
    ]
    return [f"  {pattern}: {reached:.1f} %, promised {floor:g} %", *missing[:20]]


def percent(files: Any) -> float:
    """Covered lines and branches of all lines and branches, in per cent."""
    missing = covered = 0
    for file in files:
        summary = file["summary"]
        missing += summary["missing_lines"] + summary["missing_branches"]
        covered += summary["covered_lines"] + summary["covered_branches"]
    return 100 * covered / (missing + covered) if missing + covered else 100.0


def _promised() -> dict[str, float]:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    promised: dict[str, float] = rules["tool"]["iv-cms"]["coverage"]
    return promised


def _measured() -> dict[str, Any]:
    """What the tests and the processes that they start have reported together."""
    first, *others = (json.loads(path.read_text()) for path in MEASURED.glob("*.json"))
    for report in others:
        merge_coverage(first, report)
    files: dict[str, Any] = first["files"]
    return files


if __name__ == "__main__":
    main()
