"""How long cases usually stand at a stage here, as the person of one is told."""

from statistics import median

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from cms.language.counting import counted
from forms.casework.models import Case, StageMove

LAST = 20
"""The wait is the median of so many cases: those that went on last."""
FEWEST = 5
"""With fewer nothing is said: a number from two people misleads, and tells of them."""
_DAY = 24 * 3600


def usual_wait(case: Case) -> str:
    """How long cases of this service have stood at the stage; empty where unknown.

    In days up to two weeks, then in weeks. Only cases that went on count: whoever
    withdrew has not waited to the end. Said where the person waits for us.
    """
    if case.standing.answer_in is None:
        return ""
    before = StageMove.objects.filter(
        case=OuterRef("case"), sequence__lt=OuterRef("sequence")
    ).order_by("-sequence")
    came = Coalesce(Subquery(before.values("at")[:1]), F("case__received_at"))
    machine = case.machine
    onward = [stage.key for stage in machine.next_stages(case.stage)]
    gone_on = (
        StageMove.objects.filter(site=case.site_id, kind=case.kind)
        .filter(from_stage=case.stage, to_stage__in=onward)
        .order_by("-at")
        .annotate(came=came)
        .values_list("at", "came")[:LAST]
    )
    waits = [(at - came).total_seconds() / _DAY for at, came in gone_on]
    return _in_words(median(waits)) if len(waits) >= FEWEST else ""


def _in_words(days: float) -> str:
    if days <= 14:
        return counted(max(1, round(days)), "diwrnod")
    return counted(round(days / 7), "wythnos")
