"""Plugins that break the contract: the example plugin, with one thing wrong."""

from typing import Any

import acme_fostering
from acme_fostering.apps import Fostering
from django.apps import apps
from django.db.models import Model

from cms.plugins import Plugin
from cms.plugins.checks import plugin_messages


def plugin_with(models: tuple[type[Model], ...] | None = None, **declared: Any) -> Any:
    """The example plugin, declaring something else, or with other models."""
    label = declared.pop("label", "fostering")
    kind = type("Broken", (Fostering,), {**declared, "label": label})
    plugin: Plugin = kind("acme_fostering", acme_fostering)
    plugin.apps = apps
    plugin.models = (
        apps.get_app_config("fostering").models
        if models is None
        else {model._meta.model_name: model for model in models}
    )
    return plugin


def messages(**declared: Any) -> list[Any]:
    """What the checks say of such a plugin."""
    return plugin_messages(plugin_with(**declared))
