"""Load what every plugin of a site brings along."""

from wagtail.models import Site

from cms.activation import active_plugins
from cms.plugins import Plugin
from cms.starter.order import put_in_order


def start_site(site: Site) -> set[str]:
    """The pages a new service starts with; the keys of links that led nowhere."""
    return _twice(site, "starter")


def load_demo(site: Site) -> set[str]:
    """The demo's pages of this site; the keys of links that led nowhere."""
    return _twice(site, "demo")


def _twice(site: Site, kind: str) -> set[str]:
    """Pages link across plugins: those with dead links are loaded once more, last."""
    missing: set[str] = set()
    for plugin in _with_dead_links(site, kind, active_plugins(site)):
        missing |= _load(plugin, kind, site)
    put_in_order(site)
    return missing


def _with_dead_links(site: Site, kind: str, plugins: list[Plugin]) -> list[Plugin]:
    return [plugin for plugin in plugins if _load(plugin, kind, site)]


def _load(plugin: Plugin, kind: str, site: Site) -> set[str]:
    path = getattr(plugin, kind)
    found = plugin.load(path)(site) if path else None
    return found if isinstance(found, set) else set()
