"""Plugins invented for one test: in the registry, and gone afterwards."""

import sys
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.urls import get_resolver

from cms.models import Activation
from cms.plugins import Plugin, installed_plugins


def invent(
    monkeypatch: pytest.MonkeyPatch,
    label: str,
    *,
    contents: dict[str, Any] | None = None,
    **declared: Any,
) -> Plugin:
    """Install a plugin with this label; `contents` is what its package holds."""
    name = f"invented_{label}"
    module = ModuleType(name)
    vars(module).update(contents or {})
    # The addresses are read once, and only with plugins that keep the contract.
    assert get_resolver().url_patterns
    facts = {"name": name, "label": label, "verbose_name": label.title(), "path": "."}
    plugin: Plugin = type(label.title(), (Plugin,), facts | declared)(name, module)
    plugin.apps, plugin.models = apps, {}
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(installed_plugins(), label, plugin)
    return plugin


def force_row(site: Any, label: str, *, is_on: bool = True) -> None:
    """A row of activation that got in another way than by the service."""
    Activation.objects.update_or_create(
        site=site, plugin=label, defaults={"is_on": is_on}
    )
