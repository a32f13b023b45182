"""Modules and functions stay small enough to be one job each."""

import ast
from collections.abc import Iterator

from tests.architecture.sources import ROOT, modules

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

# Each with the reason why it is one job all the same.
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS = {
    "tests/journeys/test_application_in_a_browser.py"
    ":test_an_application_in_welsh_on_a_phone_without_scripts": (
        "One visitor's way from the first page to the confirmation, told in order."
    ),
}


def test_no_module_is_longer_than_one_job():
    long = {
        path
        for path, text in modules("cms", "sites", "pages", "forms", "tools", "tests")
        if len(text.splitlines()) > LONGEST_MODULE
    }

    assert long == set(LONG_MODULES)


def test_no_function_is_longer_than_one_job():
    long = {
        f"{path}:{function.name}"
        for path, text in modules("cms", "sites", "pages", "forms", "tools", "tests")
        for function in functions(text)
        if length(function) > LONGEST_FUNCTION
    }

    assert long == set(LONG_FUNCTIONS)


def test_every_module_opens_by_saying_what_it_is_for():
    silent = [
        path
        for path, text in modules("cms", "sites", "pages", "forms", "tools", "tests")
        if text.strip() and ast.get_docstring(ast.parse(text)) is None
    ]

    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    nameless = [
        path
        for path, _text in modules()
        if {"utils", "helpers", "core"} & {*path.removesuffix(".py").split("/")}
    ]

    assert nameless == []


def test_the_catalogues_are_no_package():
    """A package called locale shadows the standard library's module."""
    assert not (ROOT / "locale" / "__init__.py").exists()


def functions(text: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            yield node


def length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1
