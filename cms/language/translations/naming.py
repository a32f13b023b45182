"""The names by which editors know the parts of a page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail.blocks import ListBlock
from wagtail.fields import StreamField

IN_A_LIST = "item"


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
    told = [capfirst(str(named)), *_block_names(field, kind.split("."))]
    return ": ".join(_each_once(told))


def part_names(model: Any, words: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The parts in which these texts stand, each once, in their order."""
    return _each_once(part_name(model, word["field"]) for word in words)


def _block_names(field: Any, kinds: list[str]) -> list[str]:
    """What the blocks on the way to a text are called, those of a list not at all."""
    block = field.stream_block if isinstance(field, StreamField) else None
    names = []
    for kind in kinds:
        block = _inside(block, kind)
        if block is None:
            break
        if kind != IN_A_LIST:
            names.append(str(block.label))
    return names


def _inside(block: Any, kind: str) -> Any:
    if isinstance(block, ListBlock):
        return block.child_block
    return getattr(block, "child_blocks", {}).get(kind)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
