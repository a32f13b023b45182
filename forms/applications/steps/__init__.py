"""The steps of an application: a short first contact, and the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from forms.applications.steps.first_part import FIRST_PART
from forms.applications.steps.second_part import SECOND_PART
from forms.journeys.declaring import Situation, Step

__all__ = ["STEPS"]


def _asked_once(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, but not for somebody who has sent them and now adds the rest."""
    for step in steps:
        yield replace(step, shown_if=partial(_is_first, step))


def _is_first(step: Step, situation: Situation) -> bool:
    return situation.is_first and step.is_shown(situation)


STEPS = [*_asked_once(FIRST_PART), *SECOND_PART]
