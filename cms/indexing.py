"""Index what one change saves once, at its end, instead of once a save.

Each save of a page puts two tasks into the queue, one for the search index and one for
the index of references; making a service saves forty pages several times each. Within
`indexed_at_the_end` all of that becomes one task. `install` puts our handler in the
place of modelsearch's own before that connects it; a test names it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task
from modelsearch import index, signal_handlers
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled as disabled
from wagtail.tasks import update_reference_index_task

Row = tuple[str, str, str]

_saved: ContextVar[dict[Row, None] | None] = ContextVar("saved", default=None)
_handle = signal_handlers.post_save_signal_handler


def install() -> None:
    """Put ours in the place of modelsearch's."""
    signal_handlers.post_save_signal_handler = index_unless_collected


def index_unless_collected(instance: Any, **kwargs: Any) -> None:
    """What modelsearch does after a save, unless it is done for all at the end."""
    if _saved.get() is None:
        _handle(instance, **kwargs)


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """Within, whatever is saved is put down; one task at the end indexes all of it."""
    if _saved.get() is not None:
        yield
        return
    saved: dict[Row, None] = {}
    token = _saved.set(saved)
    try:
        with _references_kept_still():
            yield
    finally:
        _saved.reset(token)
    if saved:
        index_rows.enqueue(rows=[list(row) for row in saved])


@contextmanager
def _references_kept_still() -> Iterator[None]:
    """As Wagtail's own way of disabling it, which cannot be nested."""
    before = getattr(disabled, "value", False)
    disabled.value = True
    try:
        yield
    finally:
        disabled.value = before


@receiver(post_save)
def put_down(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Remember a row that has to be indexed."""
    saved = _saved.get()
    if saved is None or raw:
        return
    if sender in ReferenceIndex.tracked_models or index.class_is_indexed(sender):
        saved[sender._meta.app_label, sender._meta.model_name, str(instance.pk)] = None


@task()
def index_rows(rows: list[list[str]]) -> None:
    """Index rows for the search and for references; what is gone by now is left out."""
    for label, name, pk in rows:
        model = apps.get_model(label, name)
        instance = model._base_manager.filter(pk=pk).first()
        if instance is None:
            continue
        if index.class_is_indexed(model):
            index.insert_or_update_object(instance)
        if model in ReferenceIndex.tracked_models:
            update_reference_index_task.func(label, name, pk)
