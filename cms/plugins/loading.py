"""Import plugins before Django and Wagtail do, to be able to say which one fails."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import module_has_submodule
from wagtail import hooks

from cms.plugins.discovery import plugin_entry_points
from cms.plugins.failing import PluginCannotLoad, described, naming, who_is
from cms.plugins.registry import installed_plugins


def import_plugins() -> None:
    """Import the declaration of every plugin; PluginCannotLoad if one cannot be.

    Called before Django does the same: labels that clash would end in its own message,
    which does not say whose they are.
    """
    taken = {"cms": "cms"}
    taken |= {AppConfig.create(entry).label: entry for entry in _host_apps()}
    for point in plugin_entry_points():
        with naming(described(point), "importing it"):
            config = AppConfig.create(point.module)
        other = taken.setdefault(config.label, described(point))
        if other != described(point):
            raise PluginCannotLoad(
                f"(cms.E021) {described(point)} has the label “{config.label}”, which"
                f" belongs to {other}.\nGive it another one, in its apps.py and as the"
                " name of its entry point; or uninstall one of the two."
            )


def _host_apps() -> list[str]:
    plugins = {point.module for point in plugin_entry_points()}
    return [app for app in settings.INSTALLED_APPS if app not in {"cms", *plugins}]


Registered = tuple[str, Callable[..., Any]]
_registered: dict[str, list[Registered]] = {}


def import_hooks() -> None:
    """Import every plugin's wagtail_hooks, and remember what each of them registered.

    Called from the host's own wagtail_hooks, before Wagtail comes to the plugins'.
    """
    for label, plugin in installed_plugins().items():
        if not module_has_submodule(plugin.module, "wagtail_hooks"):
            continue
        before = set(all_hooks())
        with naming(who_is(plugin.name, label), "importing its wagtail_hooks"):
            import_module(f"{plugin.name}.wagtail_hooks")
        new = [entry for entry in all_hooks() if entry not in before]
        _registered.setdefault(label, []).extend(new)


def registered_by(label: str) -> list[Registered]:
    """What a plugin's wagtail_hooks registered, wherever the functions stand."""
    return _registered.get(label, [])


def all_hooks() -> list[Registered]:
    """Every function in Wagtail's registry, with the name of its hook."""
    return [(name, fn) for name, entries in hooks._hooks.items() for fn, _ in entries]
