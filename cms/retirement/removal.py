"""Retire a plugin: export, then remove what it left, a little at a time.

Every step is a transaction of its own, and what says that the plugin existed goes
last: killed anywhere, the same command run again finds the rest and finishes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.activation import disable, rows_of_plugin, switch_off_rows
from cms.freed_pages import shrink_database
from cms.models import Activation
from cms.plugins import installed_plugins
from cms.retirement import pages, tables
from cms.retirement.closure import chunks
from cms.retirement.export import export
from cms.retirement.holdings import holdings
from cms.retirement.plan import RETIRED, Plan, Refused, of_types, plan_of

CHUNK = 100


@dataclass(frozen=True)
class Retired:
    """What was removed, and where its copy is."""

    plan: Plan
    folder: Path


def retire(
    *,
    label: str,
    to: Path | None = None,
    switch_off: bool = False,
    destroy_records: str = "",
    tell: Callable[[str], None] = lambda _words: None,
) -> Retired:
    """Remove a plugin's pages, rows, tables and traces, after a complete export.

    `destroy_records` says why people's records may go with it; without it Refused is
    raised where there are any. `tell` hears what is being done.
    """
    plan = plan_of(label, switching_off=switch_off)
    if reasons := list(_unfiled(label)):
        raise Refused(reasons)
    if plan.precious and not destroy_records.strip():
        raise Refused(plan.precious)
    if switch_off:
        _switch_off(label)
        plan = plan_of(label)  # The plugin may have tidied up as it was switched off.
    folder = export(plan, to=to, because=destroy_records)
    tell(f"Exported to {folder}")
    for name, step in _steps(plan, destroy_records):
        step()
        tell(f"Removed: {name}")
    shrink_database()
    return Retired(plan, folder)


def _unfiled(label: str) -> Iterator[str]:
    """Whatever an operator says: only who works with a record can file it."""
    from cms.retention import unfiled

    for rows in unfiled(label):
        if count := rows.count():
            name = rows.model._meta.verbose_name_plural
            yield (
                f"{count} × {name} are not filed in the child's case record. Each is"
                " filed on its own screen first; no sentence of yours replaces that."
            )


def _switch_off(label: str) -> None:
    if label in installed_plugins():
        on = rows_of_plugin(label).filter(is_on=True).values("site")
        for site in Site.objects.filter(pk__in=on):
            disable(site=site, label=label)
    switch_off_rows(label)


def _steps(plan: Plan, because: str) -> Iterator[tuple[str, Callable[[], object]]]:
    label = plan.label
    yield "the rows of its own tables", lambda: tables.empty(plan.tables)
    yield "what the host kept for it", lambda: _remove_holdings(label)
    yield "its pages", lambda: _remove_pages(label)
    yield "its types and permissions", lambda: _remove_types(label)
    yield "its tables", lambda: _remove_traces(plan, because)


def _remove_holdings(label: str) -> None:
    for holding in holdings():
        # A set of ids: deleting some may change which rows the query finds.
        rows = holding.rows(label)
        for some in chunks(set(rows.values_list("pk", flat=True)), CHUNK):
            _delete(rows.model._base_manager.filter(pk__in=some))


def _remove_pages(label: str) -> None:
    # Deepest first: a page never goes with one above it, uncounted.
    paths = (
        pages.pages_of(label).order_by("-depth", "path").values_list("pk", flat=True)
    )
    ids = list(paths)
    for start in range(0, len(ids), CHUNK):
        _delete_pages(Page.objects.filter(pk__in=ids[start : start + CHUNK]))


@transaction.atomic
def _delete_pages(some: QuerySet[Any]) -> None:
    # Not live, so Wagtail does not unpublish them first: their model may be gone.
    some.update(live=False)
    for rows in pages.with_what_hangs_on(some):
        rows.delete()


def _remove_types(label: str) -> None:
    for rows in of_types(label):
        _delete(rows)
    ContentType.objects.clear_cache()


@transaction.atomic
def _remove_traces(plan: Plan, because: str) -> None:
    tables.drop(list(plan.tables))
    tables.forget_migrations(plan.label)
    log(
        Activation(plugin=plan.label, pk=0),
        RETIRED,
        title=plan.label,
        data={"counts": plan.counts(), "because": because},
    )
    rows_of_plugin(plan.label).delete()


@transaction.atomic
def _delete(rows: QuerySet[Any]) -> None:
    rows.delete()
