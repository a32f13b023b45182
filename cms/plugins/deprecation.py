"""Old names of declared attributes: they still work, and a check says what to write.

The rule stands in docs/plugin-contract.md: deprecated in a minor version, with a
warning for at least one more of them, and gone in the next major version.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Renamed:
    """A name a plugin should not use any more, and the one that took its place."""

    old: str
    new: str
    since: str
    gone_in: str


DEPRECATED: tuple[Renamed, ...] = ()


def adopt_old_names(plugin: type[Any]) -> None:
    """What a class declares under an old name counts under the new one."""
    for renamed in DEPRECATED:
        declared = vars(plugin)
        if renamed.old in declared and renamed.new not in declared:
            setattr(plugin, renamed.new, declared[renamed.old])


def old_names_of(plugin: type[Any]) -> list[Renamed]:
    """The old names that a class or one of its bases still uses."""
    used = {name for base in plugin.__mro__ for name in vars(base)}
    return [renamed for renamed in DEPRECATED if renamed.old in used]
