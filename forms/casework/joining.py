"""Which part the cases of a kind have in a match, and where its events move them.

A match joins the case of a visitor and the case of a child. Whoever keeps matches knows
neither plugin, and they do not know it: each says of its own machine what follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose case it is in a match."""

    VISITOR = "visitor"
    CHILD = "child"


class Event(StrEnum):
    """What happens to a match.

    ENDED leaves the duty to consider again: the child's case goes on. OVER is an end
    after which the council looks after the child no more; OBJECTED, one for which the
    child objected to having a visitor. UNDONE takes back an introduction.
    """

    INTRODUCED = "introduced"
    APPOINTED = "appointed"
    ENDED = "ended"
    OVER = "over"
    OBJECTED = "objected"
    UNDONE = "undone"

    @property
    def begins(self) -> bool:
        """Whether a match begins or goes on with it."""
        return self in (Event.INTRODUCED, Event.APPOINTED)


@dataclass(frozen=True, kw_only=True)
class Joins:
    """To which stage of a machine each event of a match moves its cases.

    `over` and `objected` are as `ended` where nothing is said of them. `during` are
    other stages at which a case may stand while its match goes on; from any further
    stage, where staff have put it themselves, the end of the match does not move it.
    """

    side: Side
    introduced: str
    appointed: str
    ended: str
    undone: str
    over: str = ""
    objected: str = ""
    during: tuple[str, ...] = ()

    def after(self, event: Event) -> str:
        """The stage to which an event moves a case."""
        return str(getattr(self, event.value)) or self.ended

    @property
    def held(self) -> tuple[str, ...]:
        """The stages at which a match holds its cases, and from which its end frees."""
        return (self.introduced, self.appointed, *self.during)

    @property
    def stages(self) -> list[str]:
        """Every stage that is named, once."""
        named = (*(self.after(event) for event in Event), *self.during)
        return list(dict.fromkeys(named))

    def moves(self) -> Iterator[tuple[str, str]]:
        """From where to where the events of a match may move a case."""
        yield self.introduced, self.appointed
        for held in self.held:
            for event in Event:
                to = self.after(event)
                if not event.begins and to != held:
                    yield held, to
