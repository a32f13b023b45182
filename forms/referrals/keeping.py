"""When requests are deleted: never before they are filed in the child's own record."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from forms.casework.models import HandOver
from forms.journeys.retaining import keeps_cases
from forms.referrals.stages import NOTHING_OF_A_CHILD
from forms.referrals.terms import FILED, NOT_NEEDED

# A young person's own words are filed whatever staff make of them. What we did send
# back stands where it came from; the reason alone, set by hand, is no proof of that.
_SENT_BACK = HandOver.objects.filter(
    received=OuterRef("pk"), state=HandOver.State.REFUSED
)
_NOT_NEEDED = Q(
    stage="closed", stage_reason__in=NOTHING_OF_A_CHILD, from_young=False
) | (Q(stage="closed", stage_reason="sent_back") & Exists(_SENT_BACK))


def _requests(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.exclude(_NOT_NEEDED)


def _not_needed(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.filter(_NOT_NEEDED)


REQUESTS = keeps_cases(
    kind="referrals", keeping=FILED, which=_requests, needs_filing=True
)
TWICE_OR_JUNK = keeps_cases(kind="referrals", keeping=NOT_NEEDED, which=_not_needed)
