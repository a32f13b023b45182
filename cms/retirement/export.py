"""Write everything that a retirement removes to files, before anything is removed.

One file of JSON lines a table, and a manifest that counts them. Rows are written as
they stand in the database: what is sealed stays sealed, and opens only with the keys.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.utils import timezone

from cms.privacy import Sealed
from cms.retirement import tables
from cms.retirement.closure import chunks
from cms.retirement.plan import Plan

MANIFEST = "manifest.json"


class AsStored(DjangoJSONEncoder):
    """Dates, numbers and ids as Django writes them; bytes in base64."""

    def default(self, value: Any) -> Any:
        if isinstance(value, bytes | memoryview):
            return base64.b64encode(bytes(value)).decode()
        return super().default(value)


def export(plan: Plan, *, to: Path | None = None, because: str = "") -> Path:
    """Write the files, and the manifest last: a folder without one is not complete."""
    folder = _new_folder(plan.label, to)
    written = {name: _write(folder, name, rows) for name, rows in _contents(plan)}
    manifest = {
        "plugin": plan.label,
        "made_at": timezone.now(),
        "database": connection.vendor,
        "because": because,
        "sealed": "Values that begin with a key's id open only with DATA_KEYS.",
        "tables": written,
    }
    _private(folder / MANIFEST).write_text(
        json.dumps(manifest, cls=AsStored, ensure_ascii=False, indent=2), "utf-8"
    )
    return folder


def _new_folder(label: str, to: Path | None) -> Path:
    parent = to or Path(settings.VAR_DIR) / "retired"
    parent.mkdir(parents=True, exist_ok=True)
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
    folder = parent / f"{label}-{stamp}"
    folder.mkdir(mode=0o700)
    return folder


def _contents(plan: Plan) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    for table in plan.tables:
        yield table, tables.read_rows(table)
    for model, ids in plan.rows.items():
        yield model._meta.db_table, _rows_of(model, ids)


def _rows_of(model: Any, ids: Iterable[Any]) -> Iterator[dict[str, Any]]:
    names = [field.attname for field in model._meta.local_concrete_fields]
    for some in chunks(ids):
        # values(): no instance, so nothing sealed is opened on the way.
        yield from model._base_manager.filter(pk__in=some).values(*names)


def _write(folder: Path, name: str, rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    with _private(folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            line = json.dumps(_plain(row), cls=AsStored, ensure_ascii=False) + "\n"
            digest.update(line.encode())
            file.write(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {k: str(v) if isinstance(v, Sealed) else v for k, v in row.items()}


def _private(path: Path) -> Path:
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    return path
