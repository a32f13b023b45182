"""What a plugin declares of its cases: stages, the moves between them, plain steps.

Keys are stored, so they never change; words are for people and translated. The plain
steps are what an inbox shows until its service asks for every stage.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from forms.casework.joining import Joins

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Step:
    """A plain step of the inbox. A case in a step that `closes` awaits nothing."""

    key: str
    name: Words
    closes: bool = False


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a case stands where it stands, or came to an end: from a list.

    `told` is how the person themselves would say it; empty where they are not asked.
    """

    key: str
    name: Words
    told: Words = ""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Something that whoever moves a case to a stage must say, such as who decided."""

    key: str
    label: Words


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where a case can stand.

    `to` are the stages that may follow. Whoever picks a plain step gets the first of
    them in that step: write the usual one first. `told` is the stage in plain words for
    the person of the case; empty where they are shown nothing of it. `told_next` tells
    them what comes after it. Whoever moves a case to a stage with `reasons` chooses
    one; to a stage that is `dated`, a day on which it comes back, closed or not; what
    the stage `asks` they write. One that is offered `always` can be chosen beside the
    plain steps, where every stage is not shown. `answer_in` are the working days in
    which we owe the person a word once the case stands here.
    """

    key: str
    name: Words
    step: str
    to: tuple[str, ...] = ()
    told: Words = ""
    told_next: Words = ""
    reasons: tuple[Reason, ...] = ()
    dated: bool = False
    asks: tuple[Ask, ...] = ()
    always: bool = False
    answer_in: int | None = None

    def reason_name(self, key: str) -> Words:
        """The words of one of its reasons; the key itself for one of former times."""
        return next((r.name for r in self.reasons if r.key == key), key)


@dataclass(frozen=True)
class Way:
    """Where a case can go on: a stage, or a plain step and the stage then taken."""

    key: str
    name: Words
    stage: Stage
    is_step: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Machine:
    """The stages of one kind of case. It opens at the first of `initial`, or another.

    Steps and stages stand in the order in which people expect them. `withdrawn` is the
    stage to which a person's own withdrawal leads, and `unsaid` the reason of it where
    they gave none. `joins` says to which stages a match moves its cases; None where no
    match has such cases.
    """

    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]
    initial: tuple[str, ...]
    withdrawn: str = ""
    unsaid: str = ""
    joins: Joins | None = None

    @cached_property
    def by_key(self) -> dict[str, Stage]:
        """The stages by key, in order."""
        return {stage.key: stage for stage in self.stages}

    @property
    def has_more_than_steps(self) -> bool:
        """Whether the stages say more than the steps: else there is one view of it."""
        return len(self.stages) > len(self.steps)

    def stage(self, key: str) -> Stage:
        """The stage with this key; KeyError where it is not declared."""
        return self.by_key[key]

    def stage_name(self, key: str) -> Words:
        """Its name; the key itself for a stage of former times."""
        stage = self.by_key.get(key)
        return stage.name if stage else key

    def step_of(self, key: str) -> Step:
        """The plain step in which a stage lies."""
        return next(s for s in self.steps if s.key == self.by_key[key].step)

    def is_first(self, step: Step) -> bool:
        """Whether cases in this step still wait for somebody to begin."""
        return step == self.steps[0]

    def stages_in(self, step: str) -> list[str]:
        """The keys of the stages of a step."""
        return [stage.key for stage in self.stages if stage.step == step]

    def closes(self, key: str) -> bool:
        """Whether a case at this stage is closed."""
        return self.step_of(key).closes

    def because(self, key: str, reason: str) -> str:
        """Why a case stands at a stage, or was closed; empty where nothing is said."""
        stage = self.by_key.get(key)
        if stage is None:
            return ""
        words = [str(stage.reason_name(reason))] if reason else []
        if not self.closes(key):
            return " ".join(words)
        alone = self.stages_in(stage.step) == [key]
        return " · ".join(words if alone else [str(stage.name), *words])

    def next_stages(self, key: str) -> list[Stage]:
        """The open stages that may follow, in the order in which they are declared."""
        following = set(self.stage(key).to)
        return [s for s in self.stages if s.key in following and not self.closes(s.key)]

    def exits(self, key: str) -> list[Stage]:
        """The closed stages that may follow."""
        following = set(self.stage(key).to)
        return [s for s in self.stages if s.key in following and self.closes(s.key)]

    def next_steps(self, key: str) -> dict[str, str]:
        """The other open steps one can pick, each with the stage that is then taken.

        Never one that is `always` offered: who picks a step has not said that much.
        """
        taken: dict[str, str] = {}
        for following in self.stage(key).to:
            step = self.step_of(following)
            said_itself = step.closes or self.stage(following).always
            if not said_itself and step != self.step_of(key):
                taken.setdefault(step.key, following)
        return {s.key: taken[s.key] for s in self.steps if s.key in taken}

    def ways_on(self, key: str, *, by_stage: bool) -> list[Way]:
        """The open stages that may follow; or the plain steps, and what is `always`."""
        stages = [Way(s.key, s.name, s) for s in self.next_stages(key)]
        if by_stage:
            return stages
        taken = self.next_steps(key)
        steps = [
            Way(step.key, step.name, self.stage(taken[step.key]), is_step=True)
            for step in self.steps
            if step.key in taken
        ]
        return [*steps, *(way for way in stages if way.stage.always)]

    def may_withdraw(self, key: str) -> bool:
        """Whether the person themselves may withdraw a case at this stage."""
        return bool(self.withdrawn) and self.withdrawn in self.stage(key).to

    def standings(self) -> Iterator[tuple[Stage, str]]:
        """Every stage with each of its reasons: where a case may stand."""
        for stage in self.stages:
            for reason in stage.reasons or (None,):
                yield stage, reason.key if reason else ""

    def passages(self) -> Iterator[tuple[str, str, str]]:
        """Every move with each of its reasons: from, to, why."""
        for stage in self.stages:
            for key in stage.to:
                for reason in self.by_key[key].reasons or (None,):
                    yield stage.key, key, reason.key if reason else ""
