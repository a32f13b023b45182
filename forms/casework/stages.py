"""The state machine of a case: five steps, and the moves that are allowed.

The database refuses what is not declared here: see the constraints in models.py.
"""

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy


class Stage(TextChoices):
    """Where a case stands. Every service sees these five."""

    NEW = "new", pgettext_lazy("stage of a case", "New")
    TALKING = "talking", pgettext_lazy("stage of a case", "Talking")
    CHECKS = "checks", pgettext_lazy("stage of a case", "Checks")
    READY = "ready", pgettext_lazy("stage of a case", "Ready")
    CLOSED = "closed", pgettext_lazy("stage of a case", "Closed")


class ClosedReason(TextChoices):
    """Why a case was closed."""

    DONE = "done", pgettext_lazy("why a case was closed", "Everything is done")
    WITHDREW = "withdrew", pgettext_lazy("why a case was closed", "They withdrew")
    NOT_NOW = "not_now", pgettext_lazy("why a case was closed", "Not right now")
    PASSED_ON = "passed_on", pgettext_lazy("why a case was closed", "Passed on")
    NO_ANSWER = (
        "no_answer",
        pgettext_lazy("why a case was closed", "We could not reach them"),
    )
    OTHER = "other", pgettext_lazy("why a case was closed", "Another reason")


MOVES: tuple[tuple[Stage, Stage], ...] = (
    (Stage.NEW, Stage.TALKING),
    (Stage.NEW, Stage.CLOSED),
    (Stage.TALKING, Stage.CHECKS),
    (Stage.TALKING, Stage.CLOSED),
    (Stage.CHECKS, Stage.TALKING),
    (Stage.CHECKS, Stage.READY),
    (Stage.CHECKS, Stage.CLOSED),
    (Stage.READY, Stage.CHECKS),
    (Stage.READY, Stage.CLOSED),
    (Stage.CLOSED, Stage.TALKING),
)


def next_stages(stage: str) -> list[Stage]:
    """The stages to which a case may move from `stage`, in declared order."""
    return [to for from_, to in MOVES if from_ == stage]


def declared_moves() -> Q:
    """The condition of the database: only declared pairs."""
    condition = Q()
    for from_stage, to_stage in MOVES:
        condition |= Q(from_stage=from_stage.value, to_stage=to_stage.value)
    return condition
