"""Run every check that needs no test: two at a time, all of them, then the verdict."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from cms.settings import secrets
from tools.steps import ROOT

BIN = Path(sys.executable).parent
AT_ONCE = 2


@dataclass(frozen=True)
class Check:
    """One program that says nothing and ends with 0 where all is well."""

    name: str
    command: list[str]
    settings: str = "cms.settings.demo"
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    name: str
    passed: bool
    said: str
    seconds: float


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = []
        for verdict in pool.map(run, checks(Path(folder))):
            print(f"{'✓' if verdict.passed else '✗'} {verdict.name}", end="")
            print(f" ({verdict.seconds:.0f} s)", flush=True)
            verdicts.append(verdict)
    failed = [verdict for verdict in verdicts if not verdict.passed]
    for verdict in failed:
        print(f"\n── {verdict.name} ──\n{verdict.said}")
    if failed:
        sys.exit(f"{len(failed)} of {len(verdicts)} checks failed.")


def checks(folder: Path) -> list[Check]:
    """Every check; `folder` is where the settings of a deployment may write."""
    python_files, html_files = _tracked("*.py"), _tracked("*.html")
    return [
        Check("types", _tool("mypy")),
        Check("style", _tool("ruff", "check", "--quiet", ".")),
        Check("format", _tool("ruff", "format", "--check", "--quiet", ".")),
        Check("import contracts", _tool("lint-imports", "--no-logo")),
        Check("system checks", _manage("check", "--fail-level", "WARNING")),
        Check(
            "system checks of a deployment",
            _manage("check", "--deploy", "--fail-level", "WARNING"),
            settings="cms.settings.base",
            environment=_deployment(folder),
        ),
        Check("migrations", _manage("makemigrations", "--check", "--dry-run")),
        Check("catalogues", _python("-m", "cms.language.check_catalogue")),
        Check("templates", _tool("djlint", "--lint", "--quiet", *html_files)),
        Check(
            "format of templates",
            _tool("djade", "--check", "--target-version", "5.2", *html_files),
        ),
        Check(
            "idioms of this Django",
            _tool(
                *("django-upgrade", "--check", "--target-version", "5.2"),
                *python_files,
            ),
        ),
    ]


def run(check: Check) -> Verdict:
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": check.settings,
            **check.environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Verdict(
        name=check.name,
        passed=done.returncode == 0,
        said=done.stdout,
        seconds=time.monotonic() - started,
    )


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def _manage(*arguments: str) -> list[str]:
    return _python("manage.py", *arguments)


def _tracked(pattern: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def _deployment(folder: Path) -> dict[str, str]:
    """The environment of a deployment, with secrets made for this check alone."""
    return {
        **secrets.load_or_make(folder),
        "ALLOWED_HOSTS": "visitors.example",
        "VAR_DIR": str(folder),
    }


if __name__ == "__main__":
    main()
