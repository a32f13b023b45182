"""Decide which plugins are on for a site. Nothing else reads or writes activation."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.models import Activation
from cms.plugins import Plugin, installed_plugins

plugin_switched = Signal()
"""Sent in the switching transaction with `site`, `plugin` (label) and `is_on`."""


class CannotSwitch(Exception):
    """The plugin cannot be switched so; the message says why, in the user's words."""


def is_on(site: Site | None, label: str) -> bool:
    """Whether the plugin is on for the site. No site or no plugin: it is off."""
    return site is not None and label in active_labels(site)


def active_labels(site: Site) -> frozenset[str]:
    """Labels of the installed plugins that are on for `site`; one query per object."""
    known: frozenset[str] | None = getattr(site, "_active_plugins", None)
    if known is None:
        rows = Activation.objects.filter(site=site, is_on=True)
        known = frozenset(rows.values_list("plugin", flat=True)) & set(
            installed_plugins()
        )
        site._active_plugins = known
    return known


def active_plugins(site: Site) -> list[Plugin]:
    """The plugins that are on for `site`, in declared order."""
    labels = active_labels(site)
    return [p for label, p in installed_plugins().items() if label in labels]


def sites_with(label: str) -> Any:
    """A queryset of the ids of the sites on which the plugin is on."""
    rows = Activation.objects.filter(plugin=label, is_on=True)
    return rows.values_list("site_id", flat=True)


def last_changes(site: Site) -> dict[str, Activation]:
    """The latest switching of each plugin ever switched at `site`, by label."""
    rows = Activation.objects.filter(site=site).select_related("changed_by")
    return {row.plugin: row for row in rows}


@transaction.atomic
def enable(*, site: Site, label: str, by: AbstractBaseUser | None = None) -> None:
    """Switch a plugin on for a site, and what it requires with it.

    Raises CannotSwitch where the plugin is unknown or not made for this kind of site.
    """
    plugin = _installed(label)
    if not plugin.audience.suits(site.profile.kind):
        raise CannotSwitch(
            _("“%(plugin)s” is not made for this kind of site.")
            % {"plugin": plugin.verbose_name}
        )
    for required in plugin.requires:
        if not is_on(site, required):
            enable(site=site, label=required, by=by)
    _switch(site, plugin, True, by)
    plugin.on_enable(site)


@transaction.atomic
def disable(*, site: Site, label: str, by: AbstractBaseUser | None = None) -> None:
    """Switch a plugin off for a site; its rows and pages stay.

    Raises CannotSwitch where another active plugin needs it or it is always on.
    """
    plugin = _installed(label)
    if plugin.always_on:
        raise CannotSwitch(
            _("“%(plugin)s” is always on.") % {"plugin": plugin.verbose_name}
        )
    if needed_by := [p for p in active_plugins(site) if label in p.requires]:
        raise CannotSwitch(
            _("“%(plugin)s” is needed by: %(others)s.")
            % {
                "plugin": plugin.verbose_name,
                "others": ", ".join(str(p.verbose_name) for p in needed_by),
            }
        )
    _switch(site, plugin, False, by)
    plugin.on_disable(site)


def _installed(label: str) -> Plugin:
    try:
        return installed_plugins()[label]
    except KeyError:
        raise CannotSwitch(
            _("There is no plugin called “%(label)s”.") % {"label": label}
        ) from None


def _switch(site: Site, plugin: Plugin, on: bool, by: Any) -> None:
    row, _created = Activation.objects.update_or_create(
        site=site, plugin=plugin.label, defaults={"is_on": on, "changed_by": by}
    )
    site.__dict__.pop("_active_plugins", None)
    action = "cms.plugin_on" if on else "cms.plugin_off"
    log(instance=row, action=action, user=by)
    plugin_switched.send(Activation, site=site, plugin=plugin.label, is_on=on)
