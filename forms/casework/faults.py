"""What is wrong with a declared machine, in words for the author of its plugin."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from forms.casework.joining import Event, Joins, Side
from forms.casework.machine import Machine, Stage, Step

KEY = re.compile(r"[a-z][a-z0-9_]{0,29}\Z")
"""What a key looks like: it is stored in columns of thirty signs."""


def faults(machine: Machine) -> list[str]:
    """Everything that is wrong; what the first look finds hides the rest."""
    return list(_keys(machine)) or list(_names(machine)) or list(_ways(machine))


def _keys(machine: Machine) -> Iterator[str]:
    steps = [step.key for step in machine.steps]
    stages = [stage.key for stage in machine.stages]
    lists = [("step", steps), ("stage", stages)]
    for stage in machine.stages:
        lists.append((f"reason of “{stage.key}”", [r.key for r in stage.reasons]))
        lists.append((f"question of “{stage.key}”", [a.key for a in stage.asks]))
    for what, keys in lists:
        for key, times in Counter(keys).items():
            if not KEY.match(key):
                yield f"The {what} “{key}” is no key: small letters, digits, “_”."
            if times > 1:
                yield f"The {what} “{key}” is declared twice."


def _names(machine: Machine) -> Iterator[str]:
    steps = {step.key: step for step in machine.steps}
    if not machine.initial:
        yield "It has no initial stage."
    for key in machine.initial:
        stage = machine.by_key.get(key)
        if stage is None:
            yield f"The initial stage “{key}” is not declared."
        elif stage.reasons or stage.dated or stage.asks:
            yield f"Cases open at “{key}”, where nobody is there to be asked anything."
    if machine.withdrawn:
        yield from _withdrawal(machine)
    yield from _named_by_matches(machine)
    for stage in machine.stages:
        yield from _stage(machine, stage, steps.get(stage.step))
    for key in steps.keys() - {stage.step for stage in machine.stages}:
        yield f"No stage lies in the step “{key}”."
    if not any(step.closes for step in machine.steps):
        yield "No step closes a case."


def _named_by_matches(machine: Machine) -> Iterator[str]:
    for key in machine.joins.stages if machine.joins else ():
        if key not in machine.by_key:
            yield f"A match moves cases to “{key}”, which is not declared."


def _withdrawal(machine: Machine) -> Iterator[str]:
    stage = machine.by_key.get(machine.withdrawn)
    if stage is None or stage.step not in {s.key for s in machine.steps if s.closes}:
        yield f"“{machine.withdrawn}”, where withdrawals lead, is no stage that closes."
    elif stage.reasons and machine.unsaid not in {r.key for r in stage.reasons}:
        yield f"“{machine.unsaid}” is no reason of “{stage.key}”, and is given unasked."
    elif stage.dated or stage.asks:
        yield f"Whoever withdraws is asked nothing, and “{stage.key}” asks."


def _stage(machine: Machine, stage: Stage, step: Step | None) -> Iterator[str]:
    if step is None:
        yield f"The stage “{stage.key}” lies in “{stage.step}”, which is no step."
    elif stage.always and stage.key in {step.key for step in machine.steps}:
        yield f"“{stage.key}” is always offered, and a step has the same key."
    for key in stage.to:
        if key not in machine.by_key or key == stage.key:
            yield f"No case can move from “{stage.key}” to “{key}”."


def _ways(machine: Machine) -> Iterator[str]:
    for key in machine.initial:
        if machine.closes(key):
            yield f"A case would be closed when it opens, at “{key}”."
    reached = _reached(machine.initial, lambda key: machine.stage(key).to)
    for stage in machine.stages:
        if stage.key not in reached:
            yield f"The stage “{stage.key}” cannot be reached."
        elif not any(
            machine.closes(key)
            for key in _reached([stage.key], lambda key: machine.stage(key).to)
        ):
            yield f"From “{stage.key}” a case can never be closed."
    picked = _reached(machine.initial, lambda key: _by_steps(machine, key))
    seen = {machine.step_of(key) for key in picked}
    for step in machine.steps:
        if step not in seen:
            yield f"The step “{step.key}” cannot be reached by steps alone."
    if machine.joins:
        yield from _matches(machine, machine.joins)


def _matches(machine: Machine, joins: Joins) -> Iterator[str]:
    for key in dict.fromkeys((joins.introduced, joins.appointed)):
        if machine.closes(key):
            yield f"A match begins at “{key}”, where cases are closed."
    for key in dict.fromkeys(joins.after(e) for e in Event if _unasked(e, joins)):
        stage = machine.stage(key)
        if stage.reasons or stage.dated or stage.asks:
            yield f"A match moves cases to “{key}” unasked, and it asks."
    for from_, to in dict.fromkeys(joins.moves()):
        if to not in machine.stage(from_).to:
            yield f"A match cannot move a case from “{from_}” to “{to}”."


def _unasked(event: Event, joins: Joins) -> bool:
    """Whoever ends a match says what the child's case needs, and nothing else."""
    return event.begins or joins.side == Side.VISITOR


def _by_steps(machine: Machine, key: str) -> list[str]:
    ways = [way.stage.key for way in machine.ways_on(key, by_stage=False)]
    return [*ways, *(stage.key for stage in machine.exits(key))]


def _reached(
    start: Iterable[str], following: Callable[[str], Iterable[str]]
) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(following(key))
    return found
