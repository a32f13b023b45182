"""Notice that pyproject.toml declares other plugins than the environment has installed.

Entry points are read from the installed project: adding one changes nothing until the
project is installed again, and nothing else would say so.
"""

import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, register

from cms.plugins.discovery import GROUP

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
PROJECT = "iv-services-cms"


@register()
def check_installed_plugins(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """In a clone, what is declared must be what is installed."""
    if not PYPROJECT.exists():  # Installed from a wheel: there is no second opinion.
        return []
    declared, installed = declared_plugins(PYPROJECT), installed_from_project()
    if declared == installed:
        return []
    differing = ", ".join(
        sorted({label for label, _ in declared.items() ^ installed.items()})
    )
    return [
        Error(
            f"pyproject.toml and the installed project declare different plugins"
            f" ({differing}).",
            hint="Install the project again: `make run` does, and so does"
            " `.venv/bin/python -m pip install --no-deps --no-build-isolation -e .`",
            id="cms.E010",
        )
    ]


def declared_plugins(pyproject: Path) -> dict[str, str]:
    """Label and module of each plugin that pyproject.toml declares."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    plugins: dict[str, str] = project.get("entry-points", {}).get(GROUP, {})
    return plugins


def installed_from_project() -> dict[str, str]:
    """Label and module of each plugin of this project that is installed."""
    try:
        points = distribution(PROJECT).entry_points.select(group=GROUP)
    except PackageNotFoundError:
        return {}
    return {point.name: point.value for point in points}
