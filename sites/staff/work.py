"""What people have in hand when they leave: whoever gives them work says so here."""

from dataclasses import dataclass
from typing import Any, Protocol

from wagtail.models import Site


class Work(Protocol):
    """Work at a site that is some person's own."""

    roles: frozenset[Any]
    """The roles in which one can have it."""

    def in_hand(self, *, site: Site, user: Any) -> str:
        """What they have in hand, as "3 cases"; empty where it is nothing."""

    def hand_over(self, *, site: Site, user: Any, to: Any | None, by: Any) -> None:
        """Give all of it to a colleague; `to` None leaves it to nobody."""


_kinds: list[Work] = []


def register_work(work: Work) -> None:
    """Let `work` be asked about whoever leaves a site."""
    _kinds.append(work)


@dataclass(frozen=True)
class InHand:
    """One kind of work that a person has in hand."""

    work: Work
    words: str


def in_hand(site: Site, user: Any) -> list[InHand]:
    """What a person has in hand at `site`."""
    found = [InHand(w, w.in_hand(site=site, user=user)) for w in _kinds]
    return [held for held in found if held.words]


def roles_that_can_take(held: list[InHand]) -> frozenset[Any]:
    """The roles in which a colleague can take over all of it."""
    sets = [each.work.roles for each in held]
    return frozenset.intersection(*sets) if sets else frozenset()
