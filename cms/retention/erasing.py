"""Delete a row with whatever says that it was there."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from cms.retirement.closure import Found, chunks, closure


@transaction.atomic
def erase(row: Model) -> None:
    """Delete `row`, what goes with it by cascading keys, their files and their traces.

    The files go first: killed in between, the row is still there to be erased again.
    """
    rows = closure([type(row)._base_manager.filter(pk=row.pk)])
    for name in _files_of(rows):
        default_storage.delete(name)
    for traces in _traces_of(rows):
        traces.delete()
    row.delete()


def _files_of(rows: Found) -> Iterator[str]:
    for model, ids in rows.items():
        for field in model._meta.local_concrete_fields:
            if hasattr(field, "upload_to"):
                held = model._base_manager.filter(pk__in=ids)
                names = held.values_list(field.name, flat=True)
                yield from (name for name in names if name)


def _traces_of(rows: Found) -> Iterator[QuerySet[Any]]:
    """What points at these rows by a type and a number."""
    for model, ids in rows.items():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        for some in chunks(str(pk) for pk in ids):
            of_the_rows = Q(content_type=kind, object_id__in=some)
            yield ModelLogEntry.objects.filter(of_the_rows)
            yield IndexEntry.objects.filter(of_the_rows)
            yield Revision.objects.filter(
                of_the_rows | Q(base_content_type=kind, object_id__in=some)
            )
            yield ReferenceIndex.objects.filter(
                of_the_rows | Q(to_content_type=kind, to_object_id__in=some)
            )
