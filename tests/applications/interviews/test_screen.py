"""The screen of an interview, as staff use it, and whoever may not."""

import pytest

from forms.applications.interviews.booking import booked_for
from tests.applications.interviews.interviewing import (
    FOR_STAFF,
    PLACE,
    event_of,
    mails,
    posted,
)
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client_at, gwynedd, coordinator):
    client = client_at(gwynedd, coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def test_staff_book_change_and_call_off_on_the_case(staff, case, coordinator):
    address, on_case = url("interview", case.pk), url("case", case.pk)
    before = staff.get(on_case).content.decode()

    staff.post(address, posted(coordinator))
    booked = booked_for(case)
    after = staff.get(on_case).content.decode()
    again = staff.get(address).content.decode()
    changes = {"seen": "interview_booked", "version": booked.version}
    staff.post(address, posted(coordinator, time="16:30", **changes))
    changed = booked_for(case)
    staff.post(url("interview_off", case.pk), {"version": changed.version})

    case.refresh_from_db()
    assert "Invite to an interview" in before
    assert "Interview: Tuesday 4 May 2027 at 2pm" in after
    assert 'value="2027-05-04"' in again
    assert 'value="14:00"' in again
    assert (booked.pk, changed.sequence) == (changed.pk, 1)
    assert [event_of(m)[0] for m in mails(FOR_STAFF)] == [
        "REQUEST",
        "REQUEST",
        "CANCEL",
    ]
    assert case.stage == "screening"


def test_the_screen_shows_what_they_prefer_to_speak_and_takes_it_up(
    staff, gwynedd, coordinator
):
    either = make_case(gwynedd, spoken_language="either")
    welsh = make_case(gwynedd, spoken_language="cy")

    pages = [
        staff.get(url("interview", case.pk)).content.decode()
        for case in (either, welsh)
    ]

    assert "Writes in Welsh · speaks either language" in pages[0]
    assert "Writes in Welsh · speaks Welsh" in pages[1]
    for page, value in zip(pages, ("ask", "cy"), strict=True):
        [chosen] = [line for line in page.split("<input") if "checked" in line]
        assert f'value="{value}"' in chosen


def test_a_service_without_the_duty_is_asked_for_no_language(
    client_at, two_authorities
):
    devon = two_authorities[1]
    host = make_staff(devon, "coordinator")
    case = make_case(devon, language="en")
    client = client_at(devon, host)

    page = client.get(url("interview", case.pk)).content.decode()
    sent = {k: v for k, v in posted(host).items() if k != "language"}
    client.post(url("interview", case.pk), sent)

    assert 'name="language"' not in page
    assert booked_for(case).language == ""


def test_by_phone_the_number_of_the_case_is_rung(staff, case, coordinator):
    changes = {"way": "phone", "where": ""}

    staff.post(url("interview", case.pk), posted(coordinator, **changes))

    assert booked_for(case).where == "07700 900123"


def test_whoever_has_no_e_mail_is_booked_and_rung(staff, gwynedd, coordinator):
    case = make_case(gwynedd, email="")

    page = staff.post(url("interview", case.pk), posted(coordinator), follow=True)

    assert "They have no e-mail: please ring them." in page.content.decode()
    assert booked_for(case).where == PLACE
    assert mails() == []
    assert "They have no e-mail: please ring them." in mails(FOR_STAFF)[0].body


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": "2027-03-28", "time": "01:30"}, "the clocks go forward"),
        ({"day": "2026-11-27"}, "Choose a time that is still to come."),
        ({"way": "online", "where": "Teams"}, "Write the whole link"),
        ({"where": ""}, "Write the address, the link or the number."),
        ({"time": ""}, "Choose a time."),
        ({"language": ""}, "Choose a language, or ask them."),
        ({"version": "another"}, "Somebody else has meanwhile booked or changed"),
    ],
)
def test_what_cannot_be_booked_is_said_on_the_form(
    staff, case, coordinator, changes, words
):
    page = staff.post(url("interview", case.pk), posted(coordinator, **changes))

    assert words in page.content.decode()
    assert booked_for(case) is None
    assert mails() == []


def test_nobody_outside_the_service_can_be_whom_they_meet(staff, case, two_authorities):
    stranger = make_staff(two_authorities[1], "coordinator")

    staff.post(url("interview", case.pk), posted(stranger))

    assert booked_for(case) is None


def test_another_service_and_another_role_find_no_interview_to_see_or_change(
    two_authorities, client_at, staff, case, coordinator
):
    gwynedd, devon = two_authorities
    staff.post(url("interview", case.pk), posted(coordinator))
    version = booked_for(case).version
    strangers = [
        client_at(devon, make_staff(devon, "coordinator")),
        client_at(gwynedd, make_staff(gwynedd, "editor")),
    ]

    answers = [
        answer.status_code
        for client in strangers
        for answer in (
            client.get(url("interview", case.pk)),
            client.post(url("interview", case.pk), posted(coordinator)),
            client.post(url("interview_off", case.pk), {"version": version}),
        )
    ]

    assert answers == [404] * 6
    assert booked_for(case).version == version
    assert staff.get(url("interview", case.pk)).status_code == 200
