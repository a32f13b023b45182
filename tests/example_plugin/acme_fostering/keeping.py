"""When a wish to foster is deleted: the months stand in the terms of the journey."""

from typing import Any

from django.db.models import QuerySet

from acme_fostering.terms import KEEPINGS
from forms.journeys.retaining import keeps_cases

[WISH] = KEEPINGS


def _all(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases


WISHES = keeps_cases(kind="fostering", keeping=WISH, which=_all)
