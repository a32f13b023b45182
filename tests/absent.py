"""Run the tests as if some plugins had never been installed: IV_WITHOUT_PLUGINS.

A pytest plugin (see addopts). A second record of this project is put on the path in
front of the installed one, with fewer entry points: the product and the processes it
starts cannot tell. A test module that imports an absent plugin, itself or through
another module of the tests, is left out; so is a test marked `needs_plugin`.
"""

import ast
import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import pytest

from cms.plugins import freshness
from cms.plugins.discovery import GROUP

ROOT = Path(__file__).resolve().parents[1]
ABSENT = frozenset(os.environ.get("IV_WITHOUT_PLUGINS", "").split())
EXAMPLE = {"fostering": "acme_fostering"}
PACKAGES = EXAMPLE | freshness.declared_plugins(freshness.PYPROJECT)


def hide() -> None:
    """Put a record without the absent plugins on the path, here and in our children."""
    assert set(PACKAGES) >= ABSENT, f"not all of {ABSENT} are plugins"
    if not ABSENT:
        return
    folder = Path(tempfile.mkdtemp(prefix="iv-cms-absent-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _record(folder)
    _declare_alike(folder)
    sys.path.insert(0, str(folder))
    inherited = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), inherited]))


def _record(folder: Path) -> None:
    """What an installer would have written, had it known fewer plugins."""
    installed = distribution(freshness.PROJECT)
    record = folder / f"iv_services_cms-{installed.version}.dist-info"
    record.mkdir()
    about = {
        "Metadata-Version": "2.1",
        "Name": freshness.PROJECT,
        "Version": installed.version,
    }
    lines = [f"{field}: {value}\n" for field, value in about.items()]
    (record / "METADATA").write_text("".join(lines))
    kept = [
        f"{point.name} = {point.value}\n"
        for point in installed.entry_points.select(group=GROUP)
        if point.name not in ABSENT
    ]
    (record / "entry_points.txt").write_text("".join([f"[{GROUP}]\n", *kept]))


def _declare_alike(folder: Path) -> None:
    """Let pyproject.toml agree, or the check of freshness would complain."""
    text = freshness.PYPROJECT.read_text(encoding="utf-8")
    for label in ABSENT:
        text = text.replace(f'{label} = "{PACKAGES[label]}"\n', "")
    copy = folder / "pyproject.toml"
    copy.write_text(text, encoding="utf-8")
    freshness.PYPROJECT = copy
    assert not ABSENT & set(freshness.declared_plugins(copy))


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out a module that cannot be imported without an absent plugin."""
    if not ABSENT or collection_path.suffix != ".py":
        return None
    absent = tuple(PACKAGES[label] for label in ABSENT)
    needed = (name for name in _imports(collection_path) if _within(name, absent))
    return True if any(needed) else None


def _within(name: str, packages: tuple[str, ...]) -> bool:
    return any(
        name == package or name.startswith(f"{package}.") for package in packages
    )


@cache
def _imports(path: Path) -> frozenset[str]:
    """What a module imports when it is loaded, and what its own of the tests do."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        for name in _named(node):
            found.add(name)
            source = ROOT / f"{name.replace('.', '/')}.py"
            if name.startswith("tests.") and source.exists() and source != path:
                found |= _imports(source)
    return frozenset(found)


def _named(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out the tests that need an absent plugin."""
    left_out = [item for item in items if _needs_absent(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _needs_absent(item: pytest.Item) -> bool:
    marks = item.iter_markers("needs_plugin")
    return any(ABSENT.intersection(mark.args) for mark in marks)


hide()
