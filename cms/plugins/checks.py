"""System checks that make the plugin contract executable: errors stop the start."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from wagtail.models import Page

from cms.plugins.discovery import plugin_entry_points
from cms.plugins.plugin import CONTRACT_VERSION, Plugin
from cms.plugins.registry import installed_plugins


@register()
def check_plugins(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every rule of the contract, for every installed plugin."""
    found: list[CheckMessage] = list(_entry_points())
    for plugin in installed_plugins().values():
        found += [
            *_paths(plugin),
            *_requires(plugin),
            *_host(plugin),
            *_pages(plugin),
            *_offers(plugin),
        ]
    return found


def _entry_points() -> Iterator[CheckMessage]:
    for point in plugin_entry_points():
        config = next(
            (c for c in apps.get_app_configs() if c.name == point.module), None
        )
        if not isinstance(config, Plugin):
            yield Error(
                f"{point.module} is declared as a plugin but has no Plugin in apps.py.",
                id="cms.E001",
            )
        elif config.label != point.name:
            yield Error(
                f"Plugin {config.name} has the label “{config.label}” but its entry"
                f" point is called “{point.name}”.",
                hint="Give both the same name.",
                id="cms.E002",
            )


def _paths(plugin: Plugin) -> Iterator[CheckMessage]:
    for path in plugin.declared_paths():
        try:
            plugin.load(path)
        except ImportError as error:
            yield Error(
                f"Plugin “{plugin.label}” declares “{path}”: {error}", id="cms.E003"
            )


def _requires(plugin: Plugin) -> Iterator[CheckMessage]:
    seen: set[str] = set()
    waiting = list(plugin.requires)
    while waiting:
        label = waiting.pop()
        if label == plugin.label:
            yield Error(f"Plugin “{label}” requires itself.", id="cms.E004")
            return
        required = installed_plugins().get(label)
        if required is None:
            yield Error(
                f"Plugin “{plugin.label}” requires “{label}”, which is not installed.",
                id="cms.E005",
            )
        elif label not in seen:
            seen.add(label)
            waiting += required.requires


def _host(plugin: Plugin) -> Iterator[CheckMessage]:
    try:
        fits = CONTRACT_VERSION in SpecifierSet(plugin.host)
    except InvalidSpecifier:
        fits = False
    if not fits:
        yield Error(
            f"Plugin “{plugin.label}” supports versions {plugin.host} of the contract;"
            f" this is {CONTRACT_VERSION}.",
            id="cms.E006",
        )


def _pages(plugin: Plugin) -> Iterator[CheckMessage]:
    from cms.models import PluginPage

    for model in plugin.get_models():
        if issubclass(model, Page) and not issubclass(model, PluginPage):
            yield Error(
                f"{model._meta.label} is a page but not a PluginPage.",
                obj=model,
                id="cms.E007",
            )


def _offers(plugin: Plugin) -> Iterator[CheckMessage]:
    from cms.models import OfferableArticlePage

    for path in plugin.offers:
        try:
            model = plugin.load(path)
        except ImportError:
            continue  # E003 says so.
        if not issubclass(model, OfferableArticlePage):
            yield Error(
                f"{model._meta.label} is offered to the hub but is not an"
                " OfferableArticlePage.",
                obj=model,
                id="cms.E008",
            )
