"""A paper keyed in by mistake: its answers go for good, unless its writer was told."""

import pytest
from django.urls import reverse

from cms.models import OutboundEmail
from forms.applications.models import Application
from forms.casework.models import Case
from tests.applications.test_on_paper import FIRST, URL, written
from tests.journeys.own_questions import DRIVES, publish_form

pytestmark = pytest.mark.django_db
OWN = {"own_1": "yes", "asked": f"{FIRST} own_1"}


def test_its_answers_go_with_it_those_to_own_questions_too(staff, gwynedd):
    publish_form(gwynedd, DRIVES)
    staff.post(reverse(URL), written(**OWN, acknowledges=""))
    case = Case.objects.get()
    kept = Application.objects.get().answers["own_1"]
    shown = [row["key"] for row in case.answers]

    staff.post(reverse("applications:undo", args=[case.pk]), {"mistake": "wrong"})

    assert (kept, "own_1" in shown) == (True, True)
    left = (Case, Application, OutboundEmail)
    assert [model.objects.count() for model in left] == [0, 0, 0]


def test_who_was_told_that_we_have_it_is_closed_not_deleted(staff, gwynedd):
    staff.post(reverse(URL), written())
    case = Case.objects.get()
    address = reverse("applications:undo", args=[case.pk])

    page = staff.get(address).content.decode()
    staff.post(address, {"mistake": "wrong"})
    close = {"reason": "not_progressed.other", "seen": "submitted"}
    staff.post(reverse("applications:close", args=[case.pk]), close)

    assert "They have been sent its reference" in page
    case.refresh_from_db()
    assert (case.is_closed, case.stage_reason) == (True, "other")
    assert Application.objects.filter(case=case).exists()
