"""The screens of a professional: the short part once, the rest at once or by a link."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from forms.journeys.declaring import Situation, Step
from forms.referrals.doors.professional.more import MORE
from forms.referrals.doors.professional.short import SHORT

__all__ = ["STEPS"]


def _asked_once() -> Iterator[Step]:
    """The short part, but not for whoever has sent it and now adds the rest."""
    for step in SHORT:
        yield replace(step, shown_if=partial(_is_first, step))


def _is_first(step: Step, situation: Situation) -> bool:
    return situation.is_first and step.is_shown(situation)


STEPS = [*_asked_once(), *MORE]
