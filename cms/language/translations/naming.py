"""The names by which editors know the parts of a page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail.fields import StreamField


def part_name(model: Any, path: str) -> str:
    """What the editor calls the field at `path`: "Body: text"; in the language in use.

    A field that the page type no longer has keeps the name it had in code.
    """
    name, _dot, kind = path.partition(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    # A child relation has no name of its own: its rows have.
    named = getattr(field, "verbose_name", None) or getattr(
        field.related_model._meta, "verbose_name", name
    )
    told = capfirst(str(named))
    block = _block(field, kind)
    return f"{told}: {block.label}" if block is not None else told


def part_names(model: Any, words: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The parts in which these texts stand, each once, in their order."""
    return _each_once(part_name(model, word["field"]) for word in words)


def _block(field: Any, kind: str) -> Any:
    if not kind or not isinstance(field, StreamField):
        return None
    return field.stream_block.child_blocks.get(kind)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
