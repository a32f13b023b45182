"""When applications and visitors' files are deleted."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from forms.applications.stages import MACHINE, READY
from forms.applications.terms import NOT_TAKEN_ON, VISITORS
from forms.casework.models import StageMove
from forms.journeys.retaining import keeps_cases

_READY = MACHINE.stages_in(READY.key)


def _was_taken_on() -> Q:
    """Whoever was ever ready to visit has a visitor's file, matched or not."""
    moves = StageMove.objects.filter(case=OuterRef("pk"), to_stage__in=_READY)
    return Q(stage="left") | Q(Exists(moves))


def _not_taken_on(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.exclude(_was_taken_on())


def _visitors(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.filter(_was_taken_on())


CAME_TO_NOTHING = keeps_cases(
    kind="applications", keeping=NOT_TAKEN_ON, which=_not_taken_on
)
VISITORS_FILES = keeps_cases(kind="applications", keeping=VISITORS, which=_visitors)
