"""Decide which plugins are on for a site. Nothing else reads or writes activation."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import FilteredRelation, Q, QuerySet
from django.dispatch import Signal
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.epochs import under_stamps
from cms.models import Activation, SiteProfile
from cms.plugins import Plugin, installed_plugins
from cms.switching import Plan, Refusal, plan_switch

SERVICE_ROOT_PATH = 8
"""Root and ServiceRoot take four characters of a page's path each."""
NOTHING: frozenset[str] = frozenset()


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


def is_on_where(page: Page, label: str) -> bool:
    """Whether the plugin is on for the site whose tree holds `page`."""
    return label in _switches().at_root(page.path[:SERVICE_ROOT_PATH])


def active_labels(site: Site) -> frozenset[str]:
    """Labels of the installed plugins that are on for `site`.

    A row alone switches nothing on: a plugin made for another kind of site is off, and
    so is one that requires another which is off. `always_on` needs no row.
    """
    return _switches().at(site.pk)


def active_plugins(site: Site) -> list[Plugin]:
    """The plugins that are on for `site`, in declared order."""
    labels = active_labels(site)
    return [p for label, p in installed_plugins().items() if label in labels]


def active_everywhere() -> dict[int, frozenset[str]]:
    """Labels of the plugins that are on, by the id of every site; one query."""
    return _switches().everywhere()


def sites_with(label: str, among: Collection[int]) -> set[int]:
    """Those of the sites, by their ids, on which the plugin is on; one query."""
    return {pk for pk, on in _switches().at_each(among).items() if label in on}


def switched_labels() -> set[str]:
    """Labels of all plugins that were ever switched on anywhere, installed or not."""
    rows = Activation.objects.order_by("plugin").values_list("plugin", flat=True)
    return set(rows.distinct())


def rows_of_plugin(label: str) -> QuerySet[Activation]:
    """Where a plugin is or was on, installed or not: removed last of all."""
    return Activation.objects.filter(plugin=label)


def last_changes(site: Site) -> dict[str, Activation]:
    """The latest switching of each plugin ever switched at `site`, by label."""
    rows = Activation.objects.filter(site=site).select_related("changed_by")
    return {row.plugin: row for row in rows}


def labels_on(sites: Iterable[Site]) -> dict[int, frozenset[str]]:
    """What is on at each of these sites, by the site's id; one query for all."""
    return _switches().at_each([site.pk for site in sites])


def plan(site: Site, label: str, turn_on: bool) -> Plan:
    """What switching the plugin would do at `site` now."""
    return plan_switch(
        on=active_labels(site), kind=site.profile.kind, label=label, turn_on=turn_on
    )


def enable(
    *, site: Site, label: str, by: AbstractBaseUser | None = None
) -> tuple[str, ...]:
    """Switch a plugin on for a site, and what it requires with it.

    Returns the labels it switched; none where it was on already. Raises CannotSwitch
    where the plugin is unknown or not made for this kind of site.
    """
    with _switching():
        switched = _planned(site, label, True)
        for each in switched:
            plugin = installed_plugins()[each]
            _switch(site, each, True, by)
            plugin.on_enable(site)
    return switched


def disable(
    *, site: Site, label: str, by: AbstractBaseUser | None = None
) -> tuple[str, ...]:
    """Switch a plugin off for a site; its rows and pages stay.

    Returns the labels it switched; none where it was off already. Raises CannotSwitch
    where another active plugin needs it or it is always on.
    """
    with _switching():
        switched = _planned(site, label, False)
        for each in switched:
            plugin = installed_plugins()[each]
            _switch(site, each, False, by)
            plugin.on_disable(site)
    return switched


def switch_off_rows(label: str) -> None:
    """Switch off what `disable` cannot: its package is gone, or what it requires."""
    with _switching():
        for row in rows_of_plugin(label).filter(is_on=True).select_related("site"):
            _switch(row.site, label, False, None)


def _planned(site: Site, label: str, turn_on: bool) -> tuple[str, ...]:
    # One switch at a time at a site: two at once could leave a plugin on without what
    # it requires. And the plan is made from what is so now, not from what was known.
    if not SiteProfile.objects.select_for_update().filter(pk=site.pk).exists():
        raise CannotSwitch(
            Plan(label, turn_on, refusal=Refusal.AUDIENCE, others=(label,))
        )
    _forget()
    made = plan(site, label, turn_on)
    if made.refusal:
        raise CannotSwitch(made)
    if turn_on and not made.switched and not _has_row(site, label):
        return (label,)  # It is always on, and has never been told to begin here.
    return made.switched


def _has_row(site: Site, label: str) -> bool:
    rows = Activation.objects.filter(site=site, plugin=label, is_on=True)
    return bool(rows.exists())


def _switch(site: Site, label: str, on: bool, by: Any) -> None:
    row, _created = Activation.objects.update_or_create(
        site=site, plugin=label, defaults={"is_on": on, "changed_by": by}
    )
    _forget()
    action = "cms.plugin_on" if on else "cms.plugin_off"
    log(instance=row, action=action, user=by)
    plugin_switched.send(Activation, site=site, plugin=label, is_on=on)


@contextmanager
def remembered(
    *, everywhere: bool = False, among: Collection[int] = ()
) -> Iterator[None]:
    """Within, what is on is asked once, `everywhere` or for the sites named `among`.

    The middleware of the gates wraps each request in it, so that the gates cost one
    query however many plugins and sites they are asked about. Outside it every
    question is a query and every answer true at once.
    """
    outer = _memo.get()
    if outer is not None and outer.loads_everything:
        yield
        return
    token = _memo.set(Switches(loads_everything=everywhere, among=among))
    try:
        yield
    finally:
        _memo.reset(token)


@contextmanager
def _switching() -> Iterator[None]:
    """One transaction; what was remembered meanwhile is not believed afterwards."""
    try:
        with transaction.atomic():
            yield
    finally:
        _forget()


def _forget() -> None:
    known = _memo.get()
    if known is not None:
        known.forget()


class Switches:
    """What is on where, as far as it has been asked."""

    def __init__(
        self, *, loads_everything: bool = False, among: Collection[int] = ()
    ) -> None:
        self.loads_everything = loads_everything
        self.among = frozenset(among)
        self.forget()

    def forget(self) -> None:
        """The next question goes to the database."""
        self._complete = False
        self._labels: dict[int, frozenset[str]] = {}
        self._sites: dict[str, int] = {}

    def at(self, site_id: int) -> frozenset[str]:
        """Labels of the plugins that are on at one site."""
        if site_id not in self._labels and not self._complete:
            self._load(Q(pk=site_id))
        return self._labels.get(site_id, NOTHING)

    def at_each(self, site_ids: Collection[int]) -> dict[int, frozenset[str]]:
        """The same at each of these sites."""
        if not self._complete and (unknown := {*site_ids} - self._labels.keys()):
            self._load(Q(pk__in=unknown))
        return {pk: self._labels.get(pk, NOTHING) for pk in site_ids}

    def at_root(self, path: str) -> frozenset[str]:
        """The same for the site whose tree begins at `path`; none outside of all."""
        if len(path) < SERVICE_ROOT_PATH:
            return NOTHING
        if path not in self._sites and not self._complete:
            self._load(Q(root_page__path__startswith=path))
        site_id = self._sites.get(path)
        return NOTHING if site_id is None else self._labels[site_id]

    def everywhere(self) -> dict[int, frozenset[str]]:
        """The same for every site."""
        if not self._complete:
            self._load(Q())
            self._complete = True
        return self._labels

    def _load(self, asked: Q) -> None:
        if self.loads_everything:
            asked, self._complete = Q(), True
        elif unknown := self.among - self._labels.keys():
            asked |= Q(pk__in=unknown)
        switched: dict[int, set[str]] = defaultdict(set)
        kinds: dict[int, str | None] = {}
        rows = under_stamps(("switches", str(asked)), lambda: list(_rows(asked)))
        for site_id, path, kind, label in rows:
            kinds[site_id] = kind
            switched[site_id].add(label)
            self._sites.setdefault(path[:SERVICE_ROOT_PATH], site_id)
        for site_id, kind in kinds.items():
            self._labels[site_id] = _effective(switched[site_id], kind)


_memo: ContextVar[Switches | None] = ContextVar("switches", default=None)


def _switches() -> Switches:
    return _memo.get() or Switches()


def _rows(asked: Q) -> Any:
    switched = FilteredRelation("activations", condition=Q(activations__is_on=True))
    return (
        Site.objects.filter(asked)
        .annotate(switched=switched)
        .order_by("pk")
        .values_list("pk", "root_page__path", "profile__kind", "switched__plugin")
    )


def _effective(switched: set[str], kind: str | None) -> frozenset[str]:
    """Of what is switched on, what suits this kind of site and has all it requires."""
    if kind is None:
        return NOTHING
    on = {
        label: plugin
        for label, plugin in installed_plugins().items()
        if (plugin.always_on or label in switched) and plugin.audience.suits(kind)
    }
    while lacking := [p.label for p in on.values() if not on.keys() >= {*p.requires}]:
        for label in lacking:
            del on[label]
    return frozenset(on)
