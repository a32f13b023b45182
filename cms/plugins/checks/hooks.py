"""Wagtail hooks of plugins: none acts on sites where its plugin is off."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.checks import CheckMessage

from cms.plugins.checks.rules import broken
from cms.plugins.hooks import Treatment, hook_called
from cms.plugins.loading import all_hooks, registered_by
from cms.plugins.plugin import Plugin
from cms.plugins.registry import plugin_of_module


def hooks(plugin: Plugin) -> Iterator[CheckMessage]:
    """Everything its modules registered, when they were imported or since."""
    by_module = [(name, fn) for name, fn in all_hooks() if _owner(fn) is plugin]
    for name, fn in dict.fromkeys([*registered_by(plugin.label), *by_module]):
        if getattr(fn, "acts_where_on", False):
            continue
        hook = hook_called(name)
        if hook.treatment is not Treatment.FREE:
            yield broken(
                "cms.E019",
                f"Plugin “{plugin.label}” registers {_named(fn)} for {name}:"
                f" {hook.treatment}. {hook.why}",
            )


def _owner(fn: Callable[..., Any]) -> Plugin | None:
    return plugin_of_module(getattr(_inner(fn), "__module__", None) or "")


def _named(fn: Callable[..., Any]) -> str:
    inner = _inner(fn)
    name = getattr(inner, "__qualname__", repr(inner))
    return f"{getattr(inner, '__module__', '?')}.{name}"


def _inner(fn: Callable[..., Any]) -> Callable[..., Any]:
    return fn.func if isinstance(fn, partial) else fn
