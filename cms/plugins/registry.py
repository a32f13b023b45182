"""Which plugins are installed. Which are on for a site is `cms.activation`'s matter."""

from functools import cache

from django.apps import apps

from cms.plugins.plugin import Plugin


@cache
def installed_plugins() -> dict[str, Plugin]:
    """Installed plugins by label, in the order in which they are declared."""
    return {
        config.label: config
        for config in apps.get_app_configs()
        if isinstance(config, Plugin)
    }


def plugin_of(label: str) -> Plugin | None:
    """The plugin with this label; None for the host's own apps and unknown labels."""
    return installed_plugins().get(label)


def plugin_of_module(module: str) -> Plugin | None:
    """The plugin in whose package a module stands; None for everything else."""
    for plugin in installed_plugins().values():
        if module == plugin.name or module.startswith(f"{plugin.name}."):
            return plugin
    return None
