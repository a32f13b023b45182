"""The usual wait at a stage, as people are told it after sending."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forms.casework.moving import move_case
from forms.casework.usual_wait import FEWEST, usual_wait
from tests.casework.factories import make_case

pytestmark = pytest.mark.django_db


def test_the_usual_wait_is_hidden_until_enough_have_waited(gwynedd, case):
    now = timezone.now()
    assert usual_wait(case) == ""

    for number in range(FEWEST):
        assert usual_wait(case) == ""
        other = make_case(gwynedd, at=now - timedelta(days=10 + number))
        move_case(case=other, to="screening", by=None, at=now)

    assert usual_wait(case) == "12 days"
    move_case(case=case, to="screening", by=None)
    assert usual_wait(case) == ""


def test_whoever_withdrew_has_not_waited(gwynedd, case):
    for _ in range(FEWEST):
        other = make_case(gwynedd)
        move_case(case=other, to="withdrawn", reason="moved", by=None)

    assert usual_wait(case) == ""
