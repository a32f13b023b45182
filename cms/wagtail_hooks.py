"""The host's hooks into Wagtail's admin."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Site

from cms.activation import is_on
from cms.admin import choosing, damaged, explorer_filters, features, redirects, tags
from cms.admin.guard import editable_roots
from cms.admin.place import current_site
from cms.admin.translations import hooks as translations
from cms.plugins import installed_plugins
from cms.plugins.checks import require_sound_contract
from cms.plugins.loading import import_hooks
from cms.plugins.owners import declared_viewsets

choosing.install()
damaged.install()
explorer_filters.install()
redirects.install()
tags.install()
translations.install()
import_hooks()  # Before Wagtail comes to the plugins', which stand after us.


@hooks.register("construct_page_chooser_queryset")
def choose_among_own_pages(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """The page chooser offers only pages of the person's own services."""
    if request.user.is_superuser:
        return pages
    mine = Q(depth=1)
    for root in editable_roots(request.user):
        mine |= Q(path__startswith=root)
    return pages.filter(mine)


@hooks.register("construct_main_menu")
def leave_out_what_is_closed(request: HttpRequest, items: list[Any]) -> None:
    """Reports list every site's pages; help leads to another product's guide."""
    closed = {"help"} if request.user.is_superuser else {"help", "reports"}
    items[:] = [item for item in items if item.name not in closed]


@hooks.register("construct_homepage_summary_items", order=1000)
def leave_out_the_counts(request: HttpRequest, items: list[Any]) -> None:
    """Counts of pages and pictures tell a coordinator nothing to do."""
    items.clear()


@hooks.register("register_admin_viewset")
def register_plugin_viewsets() -> list[Any]:
    """One instance of every viewset that plugins declare.

    Here the addresses are read for the first time: a plugin that breaks the contract
    stops that with a list of what is wrong, also where no command runs the checks.
    """
    require_sound_contract()
    return [viewset for _label, viewset in declared_viewsets()]


@hooks.register("construct_homepage_panels")
def add_plugin_panels(request: HttpRequest, panels: list[Any]) -> None:
    """The dashboard shows the panels of the plugins that are on at this host's site."""
    site = current_site(request)
    panels[:0] = [
        plugin.load(path)(request)
        for plugin in installed_plugins().values()
        if is_on(site, plugin.label)
        for path in plugin.panels
    ]


@hooks.register("register_log_actions")
def name_host_actions(actions: LogActionRegistry) -> None:
    """What the host writes into the audit log."""
    for name, label in (
        ("cms.plugin_on", _("Feature switched on")),
        ("cms.plugin_off", _("Feature switched off")),
        ("cms.rollout_started", _("Roll-out started")),
        ("cms.rollout_stopped", _("Roll-out stopped")),
        ("cms.service_suspended", _("Service suspended")),
        ("cms.service_resumed", _("Service resumed")),
        ("cms.plugin_retired", _("Feature retired")),
        ("cms.offer_offered", _("Offered to the hub")),
        ("cms.offer_accepted", _("Accepted by the hub")),
        ("cms.offer_featured", _("Featured by the hub")),
        ("cms.offer_declined", _("Declined by the hub")),
        ("cms.offer_withdrawn", _("Offer to the hub withdrawn")),
    ):
        actions.register_action(name, label, label)


class FeaturesMenuItem(MenuItem):
    """Shown to whoever may switch features at this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return features.may_switch(request.user, Site.find_for_request(request))


class GridMenuItem(MenuItem):
    """Shown to whoever may switch features at every site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return features.may_roll_out(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_features_url() -> list[Any]:
    """The Features screens, /admin/features/."""
    return features.urlpatterns


@hooks.register("register_settings_menu_item")
def add_features_to_menu() -> MenuItem:
    """Features stand first among the settings."""
    return FeaturesMenuItem(
        _("Features"), reverse("cms_features"), icon_name="cogs", order=1
    )


@hooks.register("register_settings_menu_item")
def add_grid_to_menu() -> MenuItem:
    """The features of all sites, for the network's administrators."""
    return GridMenuItem(
        _("Features of all sites"),
        reverse("cms_feature_grid"),
        icon_name="globe",
        order=2,
    )


@hooks.register("insert_global_admin_css")
def add_admin_styles() -> str:
    """Styles of our own admin screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))
