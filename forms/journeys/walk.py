"""The way through a journey: which steps are asked, which answer is missing next."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from forms.journeys.declaring import Journey, Situation, Step


class Walk:
    """A journey as somebody with these answers goes through it.

    Each step is judged by the answers of the shown steps before it, so an answer that
    no longer counts (an earlier one was changed) leads nowhere and is not sent.
    """

    def __init__(self, journey: Journey, situation: Situation) -> None:
        self.journey = journey
        self.steps: Sequence[Step] = []
        self.answers: dict[str, Any] = {}
        steps = []
        for step in journey.steps:
            if _is_asked(step, situation.having(self.answers)):
                steps.append(step)
                self.answers = {**self.answers, **step.own(situation.answers)}
        self.steps = steps
        self.situation = situation.having(self.answers)

    @property
    def first(self) -> Step:
        """Where the journey begins."""
        return self.steps[0]

    @property
    def missing(self) -> Step | None:
        """The first step that has not been answered; None when all have."""
        unanswered = (s for s in self.steps if not s.is_answered(self.answers))
        return next(unanswered, None)

    @property
    def sections(self) -> list[str]:
        """The keys of the sections on this way, in order."""
        return list(dict.fromkeys(step.section for step in self.steps if step.section))

    @property
    def is_forked(self) -> bool:
        """Whether an answer is missing that decides which sections follow."""
        forks = (step for step in self.steps if step.forks)
        return any(not step.is_answered(self.answers) for step in forks)

    def may_visit(self, step: Step) -> bool:
        """Whether every step before this one has been answered."""
        if step not in self.steps:
            return False
        before = self.steps[: self.steps.index(step)]
        return all(earlier.is_answered(self.answers) for earlier in before)

    def before(self, step: Step) -> Step | None:
        """The step before this one; None at the beginning."""
        place = self.steps.index(step) if step in self.steps else 0
        return self.steps[place - 1] if place else None

    def after(self, step: Step) -> Step | None:
        """The step that follows, unless one before is missing; None at the end."""
        if step not in self.steps or not self.may_visit(step):
            return self.missing
        following = self.steps[self.steps.index(step) + 1 :]
        return following[0] if following else None


def _is_asked(step: Step, here: Situation) -> bool:
    if not here.asks_only:
        return step.is_shown(here)
    return step.key in here.asks_only or _follows(step, here)


def _follows(step: Step, here: Situation) -> bool:
    """Whether what is answered now leads to it, and what was sent before did not."""
    whole = replace(here, adds_to="", earlier={}, asks_only=())
    leads = step.is_shown(whole.having({**here.earlier, **here.answers}))
    return leads and not step.is_shown(whole.having(here.earlier))
