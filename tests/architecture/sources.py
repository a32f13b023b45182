"""The project's own source files, as the tests of its shape read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("cms", "sites", "pages", "forms")


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Path from the root and text of every module, migrations left out."""
    for folder in folders or FLOORS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def templates() -> Iterator[tuple[str, str]]:
    """Path from the root and text of every template."""
    for folder in FLOORS:
        for path in sorted((ROOT / folder).rglob("templates/**/*.html")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def method_calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    """Every `something.name(…)` of a module: the dotted text and the call."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func), node
