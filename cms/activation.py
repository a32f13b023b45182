"""Decide which plugins are on for a site. Nothing else reads or writes activation."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.dispatch import Signal
from wagtail.log_actions import log
from wagtail.models import Site

from cms.models import Activation, SiteProfile
from cms.plugins import Plugin, installed_plugins
from cms.switching import Plan, plan_switch

plugin_switched = Signal()
"""Sent in the switching transaction with `site`, `plugin` (label) and `is_on`."""


class CannotSwitch(Exception):
    """The plugin cannot be switched so; the message says why, in the user's words."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.words)
        self.plan = plan


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


def labels_on(sites: Any) -> dict[int, frozenset[str]]:
    """What is on at each of these sites, by the site's id; one query for all."""
    found: dict[int, set[str]] = {}
    rows = Activation.objects.filter(site__in=sites, is_on=True)
    for site_id, label in rows.values_list("site_id", "plugin"):
        found.setdefault(site_id, set()).add(label)
    known = set(installed_plugins())
    return {site_id: frozenset(labels & known) for site_id, labels in found.items()}


def plan(site: Site, label: str, turn_on: bool) -> Plan:
    """What switching the plugin would do at `site` now."""
    return plan_switch(
        on=active_labels(site), kind=site.profile.kind, label=label, turn_on=turn_on
    )


@transaction.atomic
def enable(
    *, site: Site, label: str, by: AbstractBaseUser | None = None
) -> tuple[str, ...]:
    """Switch a plugin on for a site, and what it requires with it.

    Returns the labels it switched; none where it was on already. Raises CannotSwitch
    where the plugin is unknown or not made for this kind of site.
    """
    switched = _planned(site, label, True)
    for each in switched:
        plugin = installed_plugins()[each]
        _switch(site, plugin, True, by)
        plugin.on_enable(site)
    return switched


@transaction.atomic
def disable(
    *, site: Site, label: str, by: AbstractBaseUser | None = None
) -> tuple[str, ...]:
    """Switch a plugin off for a site; its rows and pages stay.

    Returns the labels it switched; none where it was off already. Raises CannotSwitch
    where another active plugin needs it or it is always on.
    """
    switched = _planned(site, label, False)
    for each in switched:
        plugin = installed_plugins()[each]
        _switch(site, plugin, False, by)
        plugin.on_disable(site)
    return switched


def _planned(site: Site, label: str, turn_on: bool) -> tuple[str, ...]:
    # One switch at a time at a site: two at once could leave a plugin on without what
    # it requires. And the plan is made from what is so now, not from what was known.
    SiteProfile.objects.select_for_update().get(pk=site.pk)
    _forget(site)
    made = plan(site, label, turn_on)
    if made.refusal:
        raise CannotSwitch(made)
    return made.switched


def _forget(site: Site) -> None:
    site.__dict__.pop("_active_plugins", None)


def _switch(site: Site, plugin: Plugin, on: bool, by: Any) -> None:
    row, _created = Activation.objects.update_or_create(
        site=site, plugin=plugin.label, defaults={"is_on": on, "changed_by": by}
    )
    _forget(site)
    action = "cms.plugin_on" if on else "cms.plugin_off"
    log(instance=row, action=action, user=by)
    plugin_switched.send(Activation, site=site, plugin=plugin.label, is_on=on)
