"""Where a feature shows, in a coordinator's words: read off its declaration."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.admin.viewsets.base import ViewSet

from cms.models import PluginPage, SiteSettings
from cms.plugins import Plugin

HOME = "home"


def shows(plugin: Plugin) -> list[str]:
    """Each place where staff or the public meet the feature."""
    return [*_for_the_public(plugin), *_for_staff(plugin)]


def _for_the_public(plugin: Plugin) -> Iterator[str]:
    has_pages = any(issubclass(model, PluginPage) for model in plugin.get_models())
    if has_pages:
        yield _("pages")
    elif plugin.urls:
        yield _("an address of its own on the website")
    if HOME in plugin.slots:
        yield _("a part of the home page")
    if set(plugin.slots) - {HOME}:
        yield _("a block to place on other pages")
    if plugin.mails:
        yield _("e-mails it sends")
    if plugin.offers:
        yield _("pages you can offer to the national hub")


def _for_staff(plugin: Plugin) -> Iterator[str]:
    for path in plugin.viewsets:
        if place := _place_of(plugin.load(path)()):
            yield place
    if plugin.panels or plugin.this_week:
        yield _("a panel on your dashboard")
    if any(issubclass(model, SiteSettings) for model in plugin.get_models()):
        yield _("settings")
    if plugin.measures:
        yield _("figures for the network")


def _place_of(viewset: ViewSet) -> str:
    if said := getattr(viewset, "shows_as", ""):
        return str(said)
    if viewset.add_to_admin_menu or viewset.add_to_settings_menu:
        return _("“%(name)s” in the menu") % {"name": viewset.menu_label}
    return ""
