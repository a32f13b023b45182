"""What a plugin has without declaring it: found in its models, modules and folders."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.urls import URLPattern, reverse
from django.utils.translation import override
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Site

from cms.admin import SiteOwnedChooserViewSet, SiteOwnedViewSet
from cms.models import PluginPage, SiteOwned
from cms.plugins import Plugin, installed_plugins
from cms.privacy import EncryptedModel

SAMPLES = {"int": 1, "slug": "x", "str": "x", "path": "x"}
SAMPLES["uuid"] = "00000000-0000-0000-0000-000000000000"


def off_switch(plugin: Plugin) -> bool:
    """Whether a service may be without it."""
    return not plugin.always_on


def needed_by(plugin: Plugin) -> list[str]:
    """The labels of the installed plugins that cannot do without it."""
    others = installed_plugins().values()
    return [other.label for other in others if plugin.label in other.requires]


def can_be_retired(plugin: Plugin) -> bool:
    """Whether it may be taken away for good while the others stay."""
    return off_switch(plugin) and not needed_by(plugin)


def own_models(plugin: Plugin) -> list[Any]:
    """Everything it stores."""
    return list(plugin.get_models())


def page_types(plugin: Plugin) -> list[type[PluginPage]]:
    """The kinds of page that the plugin brings."""
    return [model for model in plugin.get_models() if issubclass(model, PluginPage)]


def row_types(plugin: Plugin) -> list[Any]:
    """The models whose rows belong to a site."""
    return [model for model in plugin.get_models() if issubclass(model, SiteOwned)]


def sealed_types(plugin: Plugin) -> list[Any]:
    """The models with encrypted fields."""
    return [m for m in plugin.get_models() if issubclass(m, EncryptedModel)]


def settings_types(plugin: Plugin) -> list[Any]:
    """The settings that managers of a site change."""
    return [model for model in plugin.get_models() if model in settings_registry]


def screens(plugin: Plugin) -> list[SiteOwnedViewSet]:
    """The sets of admin screens over rows of a site."""
    loaded = [plugin.load(path)() for path in plugin.viewsets]
    return [viewset for viewset in loaded if isinstance(viewset, SiteOwnedViewSet)]


def choosers(plugin: Plugin) -> list[SiteOwnedChooserViewSet]:
    """The choosers of rows of a site."""
    loaded = [plugin.load(path)() for path in plugin.viewsets]
    return [
        chooser for chooser in loaded if isinstance(chooser, SiteOwnedChooserViewSet)
    ]


def roles_for(model: Any, site: Site) -> list[str]:
    """The roles that work on rows or settings of `model` and exist at `site`."""
    there = site.role_groups.filter(role__in=model.staff_roles)
    return sorted(there.values_list("role", flat=True))


def addresses(plugin: Plugin, language: str) -> Iterator[tuple[str, bool]]:
    """Each public address in `language`, and whether it takes an argument."""
    with override(language):
        for pattern in import_module(f"{plugin.name}.{plugin.urls}").urlpatterns:
            arguments = sample_arguments(pattern)
            name = f"plugins:{plugin.label}:{pattern.name}"
            yield reverse(name, kwargs=arguments), bool(arguments)


def sample_arguments(pattern: URLPattern, **known: Any) -> dict[str, Any]:
    """Arguments with which the address of `pattern` can be written."""
    kinds = {
        name: type(converter).__name__.removesuffix("Converter").lower()
        for name, converter in pattern.pattern.converters.items()
    }
    kinds = {n: "str" if kind == "string" else kind for n, kind in kinds.items()}
    return {name: known.get(name, SAMPLES[kind]) for name, kind in kinds.items()}


def mail_templates(plugin: Plugin) -> set[str]:
    """The names of the mails in its folder of templates."""
    folder = Path(plugin.path) / "templates" / plugin.label / "mail"
    return {path.name.partition(".")[0] for path in folder.glob("*.*")}
