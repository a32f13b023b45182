"""Queries of the start page and of a step: the same however many sites there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_service
from tests.journeys.walking import Applicant

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BUDGETS = {"": 7, "your-language": 7, "postcode": 7}


def queries(applicant: Applicant, slug: str) -> list[str]:
    applicant.look(slug)
    with CaptureQueriesContext(connection) as captured:
        answer = applicant.look(slug)
    assert answer.status_code == 200
    return [query["sql"] for query in captured]


def test_start_and_step_keep_their_budget_at_two_sites_and_at_twenty(applicant):
    applicant.answer("your-language")
    few = {slug: queries(applicant, slug) for slug in BUDGETS}
    for number in range(18):
        make_service(f"{chr(97 + number)}site", reference_prefix=f"X{chr(65 + number)}")
    many = {slug: queries(applicant, slug) for slug in BUDGETS}

    assert {k: len(v) for k, v in few.items()} == {k: len(v) for k, v in many.items()}
    over = {slug: asked for slug, asked in few.items() if len(asked) > BUDGETS[slug]}
    assert over == {}
