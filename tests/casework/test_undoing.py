"""Keyed in by mistake: taken out for good, or closed where that is too late."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.models import OutboundEmail
from forms.casework.keying.undoing import may_be_undone
from forms.casework.models import Arrival, Case, Note, SearchMark
from forms.casework.services import (
    assign_case,
    mail_person,
    set_answer_by,
    write_note,
)
from sites.models import Service
from tests.casework.factories import make_case, url
from tests.casework.test_calls import told
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
DOUBLE = {"mistake": "double"}


@pytest.fixture
def keyed(staff, gwynedd):
    """A call that was keyed in a moment ago, with a note of what it was about."""
    Service.objects.filter(site=gwynedd).update(asks_languages=False)
    staff.post(url("call"), told(about="Gweld y poster"))
    return Case.objects.get()


def test_what_was_keyed_in_by_mistake_is_deleted_and_only_the_log_knows(
    staff, gwynedd, coordinator, keyed
):
    reference = keyed.reference
    linked = staff.get(url("case", keyed.pk)).content.decode()
    asked = staff.get(url("undo", keyed.pk)).content.decode()
    still_there = Case.objects.count()

    answer = staff.post(url("undo", keyed.pk), DOUBLE, follow=True)

    assert f'href="{url("undo", keyed.pk)}"' in linked
    assert "nobody can bring it back" in asked
    assert still_there == 1
    assert f"{reference} is taken out" in answer.content.decode()
    left = (Case, Arrival, Note, SearchMark, OutboundEmail)
    assert [model.objects.count() for model in left] == [0, 0, 0, 0, 0]
    logged = ModelLogEntry.objects.get(action="casework.keying_undone")
    assert (logged.user, logged.object_id) == (coordinator, str(gwynedd.pk))
    assert logged.data == {
        "kind": "applications",
        "reference": reference,
        "mistake": "double",
    }
    assert logged.message == (
        f"Case {reference} was keyed in by mistake: They are in the inbox already"
    )
    assert staff.post(url("undo", keyed.pk), DOUBLE).status_code == 404


def test_why_is_asked_and_nothing_is_deleted_without_it(staff, keyed):
    page = staff.post(url("undo", keyed.pk)).content.decode()

    assert "Choose why you take it out." in page
    assert Case.objects.count() == 1


def test_whoever_holds_a_reference_is_closed_not_deleted(staff, coordinator):
    staff.post(url("call"), told(reach="llyr@post.example"))
    case = Case.objects.get()
    mail_person(case=case, by=coordinator, letter="own", subject="Helo", body="Helo")

    page = staff.get(url("undo", case.pk)).content.decode()
    refused = staff.post(url("undo", case.pk), DOUBLE, follow=True)

    assert "They have been sent its reference" in page
    assert f"{url('case', case.pk)}#task-close" in page
    assert "Delete this case" not in page
    assert "They have been sent its reference" in refused.content.decode()
    assert Case.objects.count() == OutboundEmail.objects.count() - 1 == 1


def _moved(staff, case, by):
    staff.post(url("move", case.pk), {"to": "talking", "seen": case.stage})


def _noted(staff, case, by):
    write_note(case=case, text="I rang them", by=by)


def _given(staff, case, by):
    assign_case(case=case, to=by, by=by)


def _dated(staff, case, by):
    set_answer_by(case=case, day=None, by=by)


@pytest.mark.parametrize("happens", [_moved, _noted, _given, _dated])
def test_nothing_that_happened_since_is_lost(staff, coordinator, keyed, happens):
    before = may_be_undone(keyed)

    happens(staff, keyed, coordinator)
    refused = staff.post(url("undo", keyed.pk), DOUBLE, follow=True)

    assert before
    assert "Close it instead" in refused.content.decode()
    assert (
        url("undo", keyed.pk) not in staff.get(url("case", keyed.pk)).content.decode()
    )
    assert Case.objects.count() == 1


def test_it_is_too_late_after_an_hour(staff, keyed):
    with time_machine.travel(timezone.now() + timedelta(minutes=59), tick=False):
        in_time = may_be_undone(keyed)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        refused = staff.post(url("undo", keyed.pk), DOUBLE, follow=True)

    assert in_time
    assert "Close it instead" in refused.content.decode()
    assert Case.objects.count() == 1


def test_what_came_from_the_website_or_a_list_is_never_taken_out(staff, gwynedd, keyed):
    sent = make_case(gwynedd)
    Arrival.objects.filter(case=keyed).update(how="list")

    answers = [
        staff.post(url("undo", case.pk), DOUBLE, follow=True) for case in (sent, keyed)
    ]

    assert ["Close it instead" in a.content.decode() for a in answers] == [True, True]
    assert Case.objects.count() == 2


def test_another_authority_does_not_reach_it(client_at, two_authorities, keyed):
    elsewhere = two_authorities[1]
    stranger = client_at(elsewhere, make_staff(elsewhere, "manager"))

    assert stranger.get(url("undo", keyed.pk)).status_code == 404
    assert stranger.post(url("undo", keyed.pk), DOUBLE).status_code == 404
    assert Case.objects.count() == 1
