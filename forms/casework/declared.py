"""Write what the machines declare into the database, which then refuses all else."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, QuerySet

from forms.casework.kinds import machines
from forms.casework.models import Case, Passage, StageMove, Standing


class CasesAtUndeclaredStage(Exception):
    """A machine has lost a stage at which cases stand."""


def fill_after_migrate(**_signal: Any) -> None:
    """Fill the tables, where they are: an older state of the database has none."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    if {Standing._meta.db_table, Passage._meta.db_table} <= set(tables):
        write_declared()


@transaction.atomic
def write_declared() -> None:
    """Make the tables say what the installed machines declare.

    What is no longer declared goes, unless a move of former times needs it: history
    stays true. A case left behind stops it. Absent plugins keep their rows.
    """
    kinds = list(machines())
    _settle(
        Standing.objects.filter(kind__in=kinds),
        (
            Standing(
                kind=kind,
                stage=stage.key,
                reason=reason,
                dated=stage.dated,
                step=stage.step,
                closed=machine.closes(stage.key),
            )
            for kind, machine in machines().items()
            for stage, reason in machine.standings()
        ),
        key=("kind", "stage", "reason", "dated"),
    )
    _settle(
        Passage.objects.filter(kind__in=kinds),
        (
            Passage(kind=kind, from_stage=from_, to_stage=to, reason=reason)
            for kind, machine in machines().items()
            for from_, to, reason in machine.passages()
        ),
        key=("kind", "from_stage", "to_stage", "reason"),
    )


def _settle(rows: QuerySet[Any], declared: Iterable[Any], key: tuple[str, ...]) -> None:
    """Add and change what is declared, and take away what is not."""
    kept: dict[tuple[Any, ...], Any] = {_values(row, key): row for row in rows}
    wanted = {_values(row, key): row for row in declared}
    facts = tuple(
        f.attname for f in rows.model._meta.concrete_fields if not f.primary_key
    )
    rows.model._base_manager.bulk_create(
        row for values, row in wanted.items() if values not in kept
    )
    for values in wanted.keys() & kept.keys():
        if _values(kept[values], facts) != _values(wanted[values], facts):
            wanted[values].pk = kept[values].pk
            wanted[values].save(force_update=True)
    gone = [row.pk for values, row in kept.items() if values not in wanted]
    _take_away(rows.model._base_manager.filter(pk__in=gone))


def _values(row: Model, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def _take_away(rows: QuerySet[Any]) -> None:
    if rows.model is Passage:
        rows.exclude(Exists(_moves())).delete()
        return
    stranded = rows.filter(Exists(_cases())).first()
    if stranded:
        raise CasesAtUndeclaredStage(
            f"Cases of the kind “{stranded.kind}” stand at “{stranded.stage}”"
            f" ({stranded.reason or 'no reason'}), which its machine declares no more."
            " Write a migration that moves them, or declare the stage again"
            " (docs/plugins.md, “machine”)."
        )
    rows.delete()


def _cases() -> QuerySet[Case]:
    return Case.objects.filter(
        kind=OuterRef("kind"),
        stage=OuterRef("stage"),
        stage_reason=OuterRef("reason"),
        is_deferred=OuterRef("dated"),
    )


def _moves() -> QuerySet[StageMove]:
    return StageMove.objects.filter(
        kind=OuterRef("kind"),
        from_stage=OuterRef("from_stage"),
        to_stage=OuterRef("to_stage"),
        reason=OuterRef("reason"),
    )
