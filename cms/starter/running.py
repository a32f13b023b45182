"""Load what every plugin of a site brings along."""

from wagtail.models import Site

from cms.activation import active_plugins
from cms.plugins import Plugin, installed_plugins
from cms.starter.frames import collected
from cms.starter.keeping import keep_files, newest_for
from cms.starter.loading import Loader
from cms.starter.making import Source, heard, making_from
from cms.starter.order import put_in_order

LOCAL = "local"


def start_site(site: Site) -> set[str]:
    """The pages a new service starts with; the keys of links that led nowhere.

    A service's are made of the national texts, which are told of new files first; the
    hub's are its own. A page that its service has changed stays as it is.
    """
    if site.profile.is_hub:
        return _twice(site, "starter")
    keep_files(sources(site))
    texts = newest_for(site)
    plugins = active_plugins(site)
    with making_from(texts):
        # Pages link across plugins: all of them are made before any is written.
        with collected() as frames:
            for plugin in plugins:
                _load(plugin, "starter", site)
        Loader(site, texts=texts).make_all(frames)
        put_in_order(site)
        missing: set[str] = set()
        for plugin in plugins:
            missing |= _load(plugin, "starter", site)
    return missing


def take_in_pages(site: Site) -> None:
    """Tell the service's pages of which texts they were made; no word is changed."""
    texts = newest_for(site)
    loader = Loader(site, texts=texts)
    for source in sources(site):
        text = texts.get(source.file.key)
        if text and source.nation == text.nation:
            loader.take_in(source.file, source.columns)


def load_demo(site: Site) -> set[str]:
    """The demo's pages of this site; the keys of links that led nowhere."""
    return _twice(site, "demo")


def sources(site: Site) -> list[Source]:
    """The files of all plugins for services, on or off, of every nation."""
    found: list[Source] = []
    for plugin in installed_plugins().values():
        if plugin.starter and plugin.audience.suits(LOCAL):
            with heard(plugin.label) as ear:
                plugin.load(plugin.starter)(site)
            found += ear.sources
    return found


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
