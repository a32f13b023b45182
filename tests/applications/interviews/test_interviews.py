"""An interview: booked, in the calendars of both sides, changed, called off."""

import datetime as dt

import pytest
import time_machine
from django.utils.translation import override

from cms.mail import OutboundEmail
from forms.applications.interviews.booking import booked_for, call_off
from forms.applications.interviews.leaving import InterviewsInHand
from forms.applications.interviews.models import Interview
from forms.casework.by_person import withdraw_case
from forms.casework.services import move_case
from forms.casework.timeline import timeline
from forms.casework.undelivered import correct_address, send_again, undelivered
from tests.applications.interviews.interviewing import (
    CALLED_OFF,
    DAY,
    FOR_STAFF,
    PLACE,
    event_of,
    mails,
)
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


def test_an_invitation_goes_in_their_language_with_a_file_for_their_calendar(
    book, case
):
    interview = book()

    [message] = mails()
    method, event = event_of(message)
    assert message.subject == f"Gwahoddiad i gyfweliad ({case.reference})"
    assert "Pryd: dydd Mawrth 4 Mai 2027 am 14:00" in message.body
    assert "Gyda: Gethin" in message.body
    assert f"Ble: {PLACE}" in message.body
    assert "Bydd y cyfweliad yn Gymraeg. Os byddai’n well gennych" in message.body
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("REQUEST", "CONFIRMED", 0)
    assert event["UID"] == str(interview.uid)
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event.decoded("DTSTART").astimezone(dt.UTC) == interview.begins_at
    assert event.decoded("DTEND").astimezone(dt.UTC) == interview.ends_at
    assert event["SUMMARY"] == "Cyfweliad: Ymwelwyr Annibynnol Gwynedd"
    assert event["LOCATION"] == PLACE
    assert event["DESCRIPTION"] == (
        f"Cyfeirnod: {case.reference}\nBydd y cyfweliad yn Gymraeg."
    )
    assert event["ATTENDEE"] == "mailto:sian@post.example"


def test_whoever_meets_them_gets_it_in_their_own_language_without_the_name(
    book, case, coordinator
):
    interview = book(way="phone", where="07700 900123")

    [message] = mails(FOR_STAFF)
    method, event = event_of(message)
    everything = f"{message.subject} {message.body} {event.to_ical().decode()}"
    assert message.to == [coordinator.email]
    assert message.subject == f"Interview booked: {case.reference}"
    assert "You have an interview on Tuesday 4 May 2027 at 2pm." in message.body
    assert "The interview will be in Welsh." in message.body
    assert (method, event["SUMMARY"]) == ("REQUEST", f"Interview: {case.reference}")
    assert event["UID"] == str(interview.uid)
    assert event["ATTENDEE"] == f"mailto:{coordinator.email}"
    assert "Siân" not in everything
    assert "07700 900123" not in everything


def test_the_case_moves_and_its_day_and_story_say_so(book, case):
    book()

    case.refresh_from_db()
    [move] = case.stagemoves.all()
    titles = [event.title for event in timeline(case, stages=True)]
    assert (move.from_stage, move.to_stage) == ("submitted", "interview_booked")
    assert (case.stage, case.answer_by) == ("interview_booked", dt.date(2027, 5, 11))
    assert "Interview booked: Tuesday 4 May 2027 at 2pm" in titles
    assert "Moved from “Submitted” to “Interview booked”" in titles


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("cy", "The interview will be in Welsh. If you would rather speak English,"),
        ("en", "The interview will be in English. If you would rather speak Welsh,"),
        ("", "Which language would you like to speak, Welsh or English?"),
    ],
)
def test_the_invitation_says_which_language_or_asks(book, gwynedd, spoken, words):
    book(case=make_case(gwynedd, language="en"), language=spoken)

    [message] = mails()
    assert words in message.body


def test_a_service_without_the_duty_asks_nothing_of_languages(
    two_authorities, book, coordinator
):
    devon = two_authorities[1]
    book(case=make_case(devon, language="en"), language="")

    [message] = mails()
    assert "Which language" not in message.body


def test_a_change_is_the_next_of_the_same_and_nothing_new_says_nothing(book):
    first = book()
    second = book(time=dt.time(15, 30))
    book(time=dt.time(15, 30))

    for template in ("applications/interview", FOR_STAFF):
        events = [event_of(message)[1] for message in mails(template)]
        assert [event["SEQUENCE"] for event in events] == [0, 1]
        assert len({event["UID"] for event in events}) == 1
    assert first.pk == second.pk
    assert "Newidiwyd eich cyfweliad" in mails()[1].subject
    assert "am 15:30" in mails()[1].body


def test_called_off_it_leaves_both_calendars_and_the_case_goes_back(
    book, case, coordinator
):
    book()

    call_off(case=case, by=coordinator)

    case.refresh_from_db()
    for message in (*mails(CALLED_OFF), mails(FOR_STAFF)[1]):
        method, event = event_of(message)
        found = (method, event["STATUS"], event["SEQUENCE"])
        assert found == ("CANCEL", "CANCELLED", 1)
    assert "Byddwn yn cysylltu i gytuno ar amser arall." in mails(CALLED_OFF)[0].body
    assert (case.stage, case.answer_by) == ("screening", dt.date(2026, 12, 11))
    assert booked_for(case) is None
    assert call_off(case=case, by=coordinator) is None


def test_given_to_a_colleague_it_leaves_the_calendar_of_the_first(
    book, gwynedd, coordinator
):
    eleri = make_staff(gwynedd, "manager", first_name="Eleri", preferred_language="en")
    book()

    book(host=eleri, day=DAY + dt.timedelta(days=1))

    told = [(m.to[0], *event_of(m)) for m in mails(FOR_STAFF)[1:]]
    assert [(to, method) for to, method, _ in told] == [
        (coordinator.email, "CANCEL"),
        (eleri.email, "REQUEST"),
    ]
    assert [event["SEQUENCE"] for *_, event in told] == [1, 1]
    assert "Tuesday 4 May 2027 at 2pm" in mails(FOR_STAFF)[1].body
    assert "Gyda: Eleri" in mails()[1].body


def test_whoever_leaves_hands_their_interviews_to_a_colleague_or_to_nobody(
    book, case, gwynedd, coordinator
):
    eleri = make_staff(gwynedd, "manager", first_name="Eleri", preferred_language="en")
    book()
    work = InterviewsInHand()
    with override("en"):
        held = work.in_hand(site=gwynedd, user=coordinator)

    work.hand_over(site=gwynedd, user=coordinator, to=eleri, by=eleri)
    work.hand_over(site=gwynedd, user=eleri, to=None, by=eleri)

    told = [(m.to[0], *event_of(m)) for m in mails(FOR_STAFF)]
    assert held == "1 interview to come"
    assert [(to, method, event["SEQUENCE"]) for to, method, event in told] == [
        (coordinator.email, "REQUEST", 0),
        (coordinator.email, "CANCEL", 1),
        (eleri.email, "REQUEST", 1),
        (eleri.email, "CANCEL", 2),
    ]
    assert [event_of(m)[1]["SEQUENCE"] for m in mails()] == [0, 1]
    assert work.in_hand(site=gwynedd, user=eleri) == ""
    assert booked_for(case).host is None


def test_whoever_withdraws_has_no_interview_any_more(book, case):
    book()
    case.refresh_from_db()

    withdraw_case(case=case)

    [message] = mails(CALLED_OFF)
    case.refresh_from_db()
    assert case.stage == "withdrawn"
    assert booked_for(case) is None
    assert event_of(message)[0] == "CANCEL"
    assert "cytuno ar amser arall" not in message.body
    assert event_of(mails(FOR_STAFF)[1])[0] == "CANCEL"


def test_an_open_case_that_moves_on_keeps_its_interview(book, case, coordinator):
    book()
    case.refresh_from_db()

    move_case(case=case, to="checks", by=coordinator)
    book(time=dt.time(16, 0))

    case.refresh_from_db()
    assert case.stage == "checks"
    assert booked_for(case).sequence == 1


def test_after_the_interview_the_next_is_another(book, case):
    first = book()
    case.refresh_from_db()
    with time_machine.travel(first.ends_at + dt.timedelta(hours=1)):
        assert booked_for(case) is None
        second = book(day=dt.date(2027, 5, 20))

    first.refresh_from_db()
    assert (first.status, second.status) == ("over", "booked")
    assert second.uid != first.uid
    assert second.sequence == 0


def test_a_colleagues_mail_that_failed_is_not_taken_for_the_applicants(book, case):
    book()
    OutboundEmail.objects.filter(template__startswith="applications/").update(
        status=OutboundEmail.Status.FAILED
    )
    case.email = "sian@newydd.example"
    case.save(update_fields=["email"])

    lost = undelivered(case)
    for mail in OutboundEmail.objects.filter(status=OutboundEmail.Status.FAILED):
        send_again(case=case, mail=mail)

    assert [mail.template for mail in lost] == ["applications/interview"]
    assert mails()[0].to == ["sian@newydd.example"]
    assert "newydd" not in mails(FOR_STAFF)[0].to[0]


@pytest.mark.parametrize("month", [1, 7])
def test_an_invitation_sent_elsewhere_names_the_new_address_in_its_calendar_file(
    book, case, coordinator, month
):
    interview = book(day=dt.date(2027, month, 15))
    message = mails()[0]
    [lost] = OutboundEmail.objects.filter(template="applications/interview")
    OutboundEmail.objects.filter(pk=lost.pk).update(status=OutboundEmail.Status.FAILED)

    correct_address(case=case, email="sian@newydd.example", by=coordinator)

    [again] = mails()
    method, event = event_of(again)
    before = event_of(message)[1]
    assert again.to == ["sian@newydd.example"]
    assert (method, event["ATTENDEE"]) == ("REQUEST", "mailto:sian@newydd.example")
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert (event["UID"], event["SEQUENCE"]) == (str(interview.uid), 0)
    assert event["DTSTAMP"].dt >= before["DTSTAMP"].dt
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event.decoded("DTSTART").astimezone(dt.UTC) == interview.begins_at
    assert event.to_ical().count(b"ATTENDEE") == 1
    [valarm] = event.walk("VALARM")
    assert valarm["DESCRIPTION"] == before.walk("VALARM")[0]["DESCRIPTION"]


def test_what_is_known_of_where_is_sealed_and_goes_with_the_case(book, case):
    interview = book()

    stored = Interview.objects.filter(pk=interview.pk).values_list("where", flat=True)
    assert PLACE not in str(list(stored.query.get_compiler("default").execute_sql()))
    case.delete()
    assert not Interview.objects.exists()
