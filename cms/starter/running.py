"""Load what every plugin of a site brings along."""

from typing import Any

from wagtail.models import Site

from cms.activation import active_plugins


def start_site(site: Site) -> set[str]:
    """The pages a new service starts with; the keys of links that led nowhere."""
    return _twice(site, "starter")


def load_demo(site: Site) -> set[str]:
    """The demo's pages of this site; the keys of links that led nowhere."""
    return _twice(site, "demo")


def _twice(site: Site, kind: str) -> set[str]:
    """Pages link across plugins: the second time, every page is there to link to."""
    for _time in range(2):
        missing: set[str] = set()
        for plugin in active_plugins(site):
            missing |= _load(plugin, kind, site)
    return missing


def _load(plugin: Any, kind: str, site: Site) -> set[str]:
    path = getattr(plugin, kind)
    found = plugin.load(path)(site) if path else None
    return found if isinstance(found, set) else set()
