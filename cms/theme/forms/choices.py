"""What a person can choose between."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Words = str | Promise
OR = pgettext_lazy("between answers", "or")


@dataclass(frozen=True)
class Choice:
    """One answer; `reveals` names fields of the same form that stand under it.

    `language` is the label's where it is not the page's: an English name in Welsh.
    `picture` is the static file of a drawing, for a field of pictures.
    """

    value: str
    label: Words
    hint: Words = ""
    reveals: tuple[str, ...] = ()
    exclusive: bool = False
    language: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Divider:
    """The word between groups of answers."""

    text: Words = OR


Option = Choice | Divider


def as_options(options: Iterable[Option | tuple[str, Words]]) -> list[Option]:
    """Options from choices, dividers and plain pairs of value and label."""
    return [
        Choice(*option) if isinstance(option, tuple) else option for option in options
    ]
