"""What a journey lets services add to it, and why they cannot take the rest away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from forms.journeys.declaring import Journey, Situation

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where own questions may stand: before a step, or at the end.

    `title` is what staff call it; `shown_if` says who comes by.
    """

    key: str
    title: Words
    section: str
    before: str = ""
    shown_if: Callable[["Situation"], bool] | None = None

    def is_passed(self, situation: "Situation") -> bool:
        """Whether somebody in this situation comes by."""
        return self.shown_if is None or self.shown_if(situation)


@dataclass(frozen=True, kw_only=True)
class OwnText:
    """Words that a service may replace: the introduction, a step's guidance, the end.

    `step` is the one whose guidance it is. Without words of its own a service keeps
    those of the page or of the declared guidance: as supplied. Where it `adds`, what is
    supplied stays for law or safeguarding, and the service's words follow it.
    """

    key: str
    title: Words
    step: str = ""
    adds: bool = False


INTRODUCTION, CONFIRMATION = "intro", "confirmation"


@dataclass(frozen=True, kw_only=True)
class OwnQuestions:
    """Places for questions, words that may change, and why each step is locked."""

    places: Sequence[Place]
    texts: Sequence[OwnText] = ()
    reasons: Mapping[str, Words] = field(default_factory=dict)

    def place(self, key: str) -> Place | None:
        """The place called `key`; None where there is none."""
        return next((place for place in self.places if place.key == key), None)

    def text(self, key: str) -> OwnText | None:
        """The text called `key`; None where there is none."""
        return next((text for text in self.texts if text.key == key), None)

    def problems(self, journey: "Journey") -> Iterator[str]:
        """What the declaration gets wrong about its own journey."""
        steps = {step.key: step for step in journey.steps}
        sections = {section.key for section in journey.sections}
        for place in self.places:
            if place.before and place.before not in steps:
                yield f"place “{place.key}” stands before the unknown “{place.before}”"
            if place.section not in sections:
                yield f"place “{place.key}” is in the unknown “{place.section}”"
        for text in self.texts:
            if text.step and not (text.step in steps and steps[text.step].guidance):
                yield f"text “{text.key}” replaces the guidance of a step without any"
            if text.adds and not text.step:
                yield f"text “{text.key}” adds to the guidance of no step"
        yield from (
            f"step “{key}” gives no reason" for key in steps.keys() - {*self.reasons}
        )
