"""How the cases of an inbox may go to another authority: declared by its plugin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.casework.models import Case


@dataclass(frozen=True, kw_only=True)
class HandsOver:
    """What becomes of a case here and there.

    It goes `to` a stage that asks for the fact `receiver`; refused, it comes `back` to
    another. The case there is closed as `sent_back`, a stage and a reason, where it is
    refused. `copy` makes the plugin's own row of the new case from that of the old one.
    Of the answers `never` are sent; of the flags only those in `flags`. `letter` is the
    key of the one that says it to the person.
    """

    to: str
    receiver: str
    back: str
    sent_back: tuple[str, str]
    copy: "Callable[[Case, Case], None]"
    letter: str
    never: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
