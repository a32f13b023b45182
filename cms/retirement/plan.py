"""What retiring a plugin would remove, row by row, and what stands in its way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import ModelLogEntry, PageLogEntry, Site

from cms.activation import rows_of_plugin, switched_labels
from cms.plugins import installed_plugins
from cms.retirement import pages, tables
from cms.retirement.closure import Found, closure
from cms.retirement.holdings import holdings

MIGRATIONS = "django_migrations"
RETIRED = "cms.plugin_retired"


class Refused(Exception):
    """The plugin cannot be retired so; each reason is a sentence."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass
class Plan:
    """What would go: the plugin's own tables with all their rows, and rows of the host.

    `precious` are the reasons why not all of it may go without being asked for.
    """

    label: str
    tables: dict[str, int]
    rows: Found
    migrations: int
    precious: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many rows would go, table by table; the plugin's tables go altogether."""
        host = {model._meta.db_table: len(ids) for model, ids in self.rows.items()}
        known = {MIGRATIONS: self.migrations} if self.migrations else {}
        return dict(sorted({**self.tables, **host, **known}.items()))


def plan_of(label: str, *, switching_off: bool = False) -> Plan:
    """Look at everything and change nothing; Refused where it cannot be retired.

    `switching_off`: it will be switched off first, so being on is no reason.
    """
    _refuse_unless_plugin(label)
    if reasons := [*_still_on(label, switching_off), *_in_the_way(label)]:
        raise Refused(reasons)
    own = {table: tables.count_rows(table) for table in tables.tables_of(label)}
    return Plan(
        label=label,
        tables=own,
        rows=closure(roots_of(label), leaving_out=label),
        migrations=tables.count_migrations(label),
        precious=list(_precious(label, own)),
    )


def roots_of(label: str) -> Iterator[QuerySet[Any]]:
    """The host's rows that are the plugin's; others go with them."""
    for holding in holdings():
        yield holding.rows(label)
    yield from pages.with_what_hangs_on(pages.pages_of(label))
    yield from of_types(label)
    yield rows_of_plugin(label)


def of_types(label: str) -> Iterator[QuerySet[Any]]:
    """The log of the plugin's own rows, and its types; permissions go with these."""
    kinds = ContentType.objects.filter(app_label=label)
    yield PageLogEntry.objects.filter(content_type__in=kinds)
    yield ModelLogEntry.objects.filter(content_type__in=kinds)
    yield kinds


def _refuse_unless_plugin(label: str) -> None:
    if label in installed_plugins():
        return
    if label in apps.app_configs:
        raise Refused([f"“{label}” is part of the host, not a plugin."])
    retired = ModelLogEntry.objects.filter(action=RETIRED, label=label)
    if label not in switched_labels() and not retired.exists():
        raise Refused(
            [
                f"There is no plugin called “{label}”, and none was ever switched on."
                " If there was one, install it again and retire it then."
            ]
        )


def _in_the_way(label: str) -> Iterator[str]:
    plugin = installed_plugins().get(label)
    if plugin and plugin.always_on:
        yield f"“{label}” is always on. Uninstall its package first, then retire it."
    needed = [p.label for p in installed_plugins().values() if label in p.requires]
    if needed:
        yield f"“{label}” is required by {', '.join(needed)}: retire these first."
    if others := pages.pages_in_the_way(label):
        listed = [f"{p.pk} “{p.title}” ({p.cached_content_type})" for p in others]
        yield (
            f"{len(others)} pages that are not the plugin's stand below its pages:"
            f" {_some(listed)}. Move them elsewhere first."
        )
    if sites := pages.roots_of_sites(label):
        yield f"Its pages are the root of {_some([s.hostname for s in sites])}."
    if referring := tables.tables_that_refer_to(tables.tables_of(label)):
        yield f"These tables refer to its rows: {_some(referring)}."


def _still_on(label: str, switching_off: bool) -> Iterator[str]:
    if not switching_off and (hosts := on_at(label)):
        yield (
            f"“{label}” is still on at {len(hosts)} sites ({_some(hosts)})."
            " Switch it off there, or repeat with --switch-off."
        )


def on_at(label: str) -> list[str]:
    """Hosts of the sites where the plugin is switched on, installed or not."""
    rows = rows_of_plugin(label).filter(is_on=True)
    sites = Site.objects.filter(pk__in=rows.values("site")).order_by("hostname")
    return list(sites.values_list("hostname", flat=True))


def _precious(label: str, own: dict[str, int]) -> Iterator[str]:
    for holding in holdings():
        count = holding.precious(label).count() if holding.precious else 0
        if count:
            name = holding.rows(label).model._meta.verbose_name_plural
            yield f"{count} × {name}. {holding.because}"
    for table, count in own.items():
        if count and tables.holds_people(table):
            yield (
                f"{count} × rows of {table}. They are sealed: they are about people,"
                " and the service may have to keep them."
            )


def _some(names: list[str], most: int = 10) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
