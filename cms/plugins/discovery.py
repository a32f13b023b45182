"""Find plugins by their entry points without importing them; imports no Django."""

from importlib.metadata import EntryPoint, entry_points

GROUP = "iv_cms.plugins"


def plugin_entry_points() -> list[EntryPoint]:
    """Every declared plugin, sorted by name so that every process sees one order."""
    return sorted(entry_points(group=GROUP), key=lambda point: point.name)


def plugin_modules() -> list[str]:
    """Modules for INSTALLED_APPS; a broken one fails loudly when Django loads it."""
    return [point.module for point in plugin_entry_points()]
