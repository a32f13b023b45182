"""A plugin that cannot load says who it is and what to do, and stops the start.

Django names only the line that failed: whoever installed the package would not know
which plugin that was, nor how to be rid of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib.metadata import EntryPoint
from typing import Any

from django.apps import AppConfig
from django.core.management.base import CommandError

from cms.plugins.discovery import plugin_entry_points

THE_CURE = "Mend the package, or uninstall it: its pages and rows stay where they are."


class PluginCannotLoad(CommandError):
    """A plugin stops the start. A command error: manage.py prints it as a sentence."""


@contextmanager
def naming(who: str, doing: str) -> Iterator[None]:
    """Whatever goes wrong within says which plugin it was, and what to do."""
    try:
        yield
    except PluginCannotLoad:
        raise
    except Exception as error:
        raise PluginCannotLoad(
            f"(cms.E022) {who} stops the start: {doing} raised"
            f" {type(error).__name__}: {error}\n{THE_CURE}"
        ) from error


def described(point: EntryPoint) -> str:
    """A plugin as the person who installed it knows it."""
    package = point.dist.name if point.dist else "an unknown package"
    return (
        f"Plugin “{point.name}” (entry point {point.name} = {point.value}"
        f" of the package {package})"
    )


def who_is(module: str, label: str) -> str:
    """The plugin in this module, by its entry point."""
    for point in plugin_entry_points():
        if point.module == module:
            return described(point)
    return f"Plugin “{label}” ({module})"


def named_when_it_fails(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method of a plugin's AppConfig that says whose it is when it raises."""

    @wraps(method)
    def guarded(self: AppConfig, *args: Any, **kwargs: Any) -> Any:
        with naming(who_is(self.name, self.label), f"its {method.__name__}()"):
            return method(self, *args, **kwargs)

    return guarded
