"""The forms of the plugins: most have one, some have a door for each kind of reader.

What staff set for a form (open or not, promises, how long it is kept) holds for all of
its doors; drafts, pages and the time it takes are each door's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.apps import apps

from forms.journeys.declaring import Journey
from forms.journeys.pages import JourneyPage
from forms.journeys.terms import AnswerTime, Keeping


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_Declared = TypeVar("_Declared", bound=_Keyed)


@dataclass(frozen=True, kw_only=True)
class Form:
    """All doors of one plugin, in the order in which they are installed."""

    kind: str
    doors: Sequence[Journey]

    @property
    def answer_times(self) -> list[AnswerTime]:
        """What the doors promise, each promise once."""
        return _once(time for door in self.doors for time in door.answer_times)

    @property
    def keepings(self) -> list[Keeping]:
        """How long the doors say that things are kept, each thing once."""
        return _once(keeping for door in self.doors for keeping in door.keepings)

    @property
    def hears_young_people(self) -> bool:
        """Whether a young person may come through one of its doors."""
        return any(bool(door.young_person) for door in self.doors)

    @property
    def shaped(self) -> Journey:
        """The door to which services may add questions; the first, if to none."""
        own = (door for door in self.doors if door.own_questions)
        return next(own, self.doors[0])

    @property
    def followed_door(self) -> str:
        """The door at which people ask how things stand."""
        return next((door.door for door in self.doors if door.is_followed), "")


def page_types() -> list[type[JourneyPage]]:
    """Every type of page with which a journey begins."""
    return [model for model in apps.get_models() if issubclass(model, JourneyPage)]


def forms() -> list[Form]:
    """Every declared form, one a plugin."""
    by_kind: dict[str, dict[str, Journey]] = {}
    for model in page_types():
        journey = model.declared_journey()
        by_kind.setdefault(journey.kind, {})[journey.door] = journey
    return [
        Form(kind=kind, doors=list(doors.values())) for kind, doors in by_kind.items()
    ]


def form_of(kind: str) -> Form:
    """The form of plugin `kind`; LookupError where it declares none."""
    found = next((form for form in forms() if form.kind == kind), None)
    if found is None:
        raise LookupError(kind)
    return found


def _once(declared: Iterable[_Declared]) -> list[_Declared]:
    return list({one.key: one for one in declared}.values())
