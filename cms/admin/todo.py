"""One line of what is to be done at a site this week."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Todo:
    """What is to be done, where, and whose work it is.

    `words` are a short sentence with its number in it; they name nobody. `roles` are
    those of cms.roles who do it: nobody else sees the line.
    """

    words: str | Promise
    url: str
    roles: AbstractSet[str]
    is_late: bool = False
