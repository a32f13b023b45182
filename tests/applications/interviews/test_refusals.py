"""What is refused of an interview, beside what is not."""

import datetime as dt

import pytest

from forms.applications.interviews.booking import booked_for, call_off
from forms.applications.interviews.errors import (
    ChangedMeanwhile,
    HostAway,
    TimeFar,
    TimePast,
    TimeTaken,
)
from forms.applications.interviews.models import Interview
from forms.casework.errors import MovedMeanwhile, MoveNotAllowed
from forms.casework.services import move_case
from sites.models import Cover
from tests.applications.interviews.interviewing import DAY, FOR_STAFF, NOW, mails
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"day": NOW.date(), "time": dt.time(9, 0)}, TimePast),
        ({"day": dt.date(1, 1, 1)}, TimePast),
        ({"day": dt.date(2027, 11, 29)}, TimeFar),
        ({"day": dt.date(9999, 12, 31), "time": dt.time(23, 59)}, TimeFar),
    ],
)
def test_what_is_past_or_too_far_is_refused_and_nothing_moves(
    book, case, changes, error
):
    with pytest.raises(error):
        book(**changes)

    case.refresh_from_db()
    assert (case.stage, mails(), mails(FOR_STAFF)) == ("submitted", [], [])


def test_two_interviews_of_one_person_do_not_overlap_but_may_touch(book, gwynedd):
    book()
    other = make_case(gwynedd)

    with pytest.raises(TimeTaken):
        book(case=other, time=dt.time(14, 44))
    book(case=other, time=dt.time(14, 45))
    book(case=make_case(gwynedd), host=make_staff(gwynedd, "manager"))


def test_nobody_meets_anybody_while_away(book, gwynedd, coordinator):
    deputy = make_staff(gwynedd, "manager")
    Cover.objects.create(
        site=gwynedd, person=coordinator, deputy=deputy, starts_on=DAY, ends_on=DAY
    )

    with pytest.raises(HostAway):
        book()
    book(day=DAY + dt.timedelta(days=1))


def test_from_a_stage_without_interviews_nothing_is_booked(book, case, coordinator):
    move_case(case=case, to="screening", by=coordinator)
    move_case(case=case, to="checks", by=coordinator)

    with pytest.raises(MoveNotAllowed):
        book()

    assert not Interview.objects.exists()
    assert mails() == []


def test_what_somebody_else_did_meanwhile_is_not_overwritten(book, case, coordinator):
    first = book(seen="submitted", seen_version="")
    again = book(seen="submitted", seen_version="")
    later = dt.time(17, 0)

    with pytest.raises(ChangedMeanwhile):
        book(time=later, seen="interview_booked", seen_version="")
    with pytest.raises(MovedMeanwhile):
        book(time=later, seen="submitted", seen_version=first.version)
    with pytest.raises(ChangedMeanwhile):
        call_off(case=case, by=coordinator, seen_version="another")

    assert again.version == booked_for(case).version == first.version
    assert len(mails()) == 1
