"""When a question is shown: by the answer to an earlier closed one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from cms.theme.forms import ConfirmField
from forms.journeys.questions.content import Condition

if TYPE_CHECKING:
    from forms.journeys.declaring import Journey, Situation, Step

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A question whose answers are known beforehand; `number` is where it comes."""

    number: int
    field: str
    label: Words
    answers: dict[str, Words]


def is_met(condition: Condition, situation: "Situation") -> bool:
    """Whether the condition holds with the answers given so far.

    Somebody who adds to what they sent is judged by what they answered then, too.
    """
    known = {**situation.earlier, **situation.answers}
    return condition.value in _chosen(known.get(condition.field))


def _chosen(answer: Any) -> list[str]:
    if isinstance(answer, bool):
        return ["yes" if answer else "no"]
    return [str(one) for one in answer] if isinstance(answer, list) else [str(answer)]


def closed_questions(journey: "Journey") -> Iterator[Closed]:
    """Every question of the journey that a condition may name, in order.

    A list that is made as somebody answers is left out: nobody knows its answers yet.
    """
    for number, step in enumerate(journey.steps):
        for name, field in _closed_fields(step):
            answers = {choice.value: choice.label for choice in field.choosable}
            yield Closed(number=number, field=name, label=field.label, answers=answers)


def number_of(journey: "Journey", key: str) -> int:
    """Where the step called `key` comes in the journey."""
    return [step.key for step in journey.steps].index(key)


def _closed_fields(step: "Step") -> Iterator[tuple[str, Any]]:
    for name, field in step.form_class.base_fields.items():
        if getattr(field, "choosable", ()) and not isinstance(field, ConfirmField):
            yield name, field
