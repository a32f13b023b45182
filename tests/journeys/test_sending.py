"""Sending is done once, however often it is asked for."""

import pytest

from cms.models import OutboundEmail
from forms.applications.journey import JOURNEY
from forms.applications.models import Application
from forms.casework.models import Case
from forms.journeys.declaring import Situation
from forms.journeys.models import Draft, Receipt
from forms.journeys.sending import AnswersMissing, send
from sites.models import Service

pytestmark = pytest.mark.django_db


def test_sending_stores_one_application_and_shows_its_number(applicant):
    applicant.answer_part_one()

    answer = applicant.send()

    case = Case.objects.get()
    page = applicant.look("sent").content.decode()
    assert answer.headers["Location"] == "/en/apply/sent/"
    assert case.reference in page
    assert Application.objects.get().case == case
    assert case.display_name == "Siân Ŵyn"
    assert (case.language, case.spoken_language) == ("cy", "either")


def test_the_second_send_shows_the_same_number_and_stores_nothing(applicant):
    applicant.answer_part_one()
    answers = [applicant.send().headers["Location"] for _ in range(3)]

    assert answers == ["/en/apply/sent/"] * 3
    assert Application.objects.count() == 1
    assert OutboundEmail.objects.filter(template="applications/received").count() == 1


def test_steps_after_sending_lead_to_the_number(applicant):
    applicant.answer_part_one()
    applicant.send()

    assert applicant.look("contact").headers["Location"] == "/en/apply/sent/"
    assert applicant.post("contact", {"name": "X"}).headers["Location"] == (
        "/en/apply/sent/"
    )


def test_the_answers_leave_the_draft_when_they_are_sent(applicant):
    applicant.answer_part_one()
    applicant.send()

    assert Draft.objects.get().answers == {}


def test_nothing_is_sent_without_the_declaration(applicant):
    applicant.answer_part_one()

    answer = applicant.post("check", {})

    assert b"Tick the box to confirm" in answer.content
    assert Receipt.objects.count() == 0


def test_sending_without_all_answers_leads_to_the_first_that_is_missing(applicant):
    applicant.answer("your-language")

    answer = applicant.send()

    assert answer.headers["Location"] == "/en/apply/postcode/?notice=early"
    assert Receipt.objects.count() == 0


def test_sending_without_any_draft_leads_to_the_beginning(applicant):
    assert applicant.send().headers["Location"] == (
        "/en/apply/your-language/?notice=early"
    )


def test_answers_that_can_no_longer_be_reached_are_not_sent(applicant):
    applicant.answer_part_one()
    applicant.answer("send-or-go-on", go_on="now")
    applicant.answer("experience")
    applicant.answer("send-or-go-on", go_on="send")

    applicant.send()

    application = Application.objects.get()
    assert "experience" not in application.answers
    assert not application.has_second_part


def test_the_record_keeps_the_questions_as_asked_in_both_languages(applicant):
    applicant.answer_part_one("cy")
    applicant.send("cy")

    rows = {row["key"]: row for row in Application.objects.get().snapshot}
    assert rows["old_enough"] == {
        "key": "old_enough",
        "value": True,
        "section": rows["old_enough"]["section_cy"],
        "section_en": "About you",
        "section_cy": rows["old_enough"]["section_cy"],
        "question": rows["old_enough"]["question_cy"],
        "question_en": "Are you 18 or over?",
        "question_cy": rows["old_enough"]["question_cy"],
        "answer": rows["old_enough"]["answer_cy"],
        "answer_en": "Yes",
        "answer_cy": rows["old_enough"]["answer_cy"],
    }


def test_both_parts_are_asked_at_once_where_the_service_says_so(applicant, gwynedd):
    Service.objects.filter(site=gwynedd).update(both_parts_at_once=True)
    for slug in ("your-language", "postcode", "where-you-live", "your-age"):
        applicant.answer(slug)
    for slug in ("independence", "contact", "why", "when"):
        applicant.answer(slug)

    answer = applicant.answer("hearing-about-us")

    assert answer.headers["Location"] == "/en/apply/experience/"


def test_another_application_can_be_sent_from_the_same_browser(applicant):
    applicant.answer_part_one()
    applicant.send()

    answer = applicant.post("sent", {})
    applicant.answer_part_one(name="Rhys")
    applicant.send()

    assert answer.headers["Location"] == "/en/apply/your-language/"
    assert Application.objects.count() == 2


def test_the_number_is_shown_only_to_the_browser_that_sent(applicant, another):
    applicant.answer_part_one()
    applicant.send()
    reference = Case.objects.get().reference

    page = another().look("sent")

    assert page.status_code == 200
    assert reference not in page.content.decode()
    assert "open the link in our email" in page.content.decode()


def test_a_form_stays_closed_until_the_settings_are_filled(applicant, gwynedd):
    Service.objects.filter(site=gwynedd).update(dpo_contact="")

    start, step = applicant.look(), applicant.answer("your-language")

    assert b"not open yet" in start.content
    assert b"not open yet" in step.content
    assert b"01632 960101" in start.content
    assert Draft.objects.count() == 0


def test_an_answer_that_went_missing_meanwhile_stops_the_sending(gwynedd, applicant):
    applicant.answer("your-language")
    situation = Situation(
        site=gwynedd, service=Service.objects.get(site=gwynedd), language="en"
    )

    with pytest.raises(AnswersMissing):
        send(journey=JOURNEY, draft=Draft.objects.get(), situation=situation)

    assert Application.objects.count() == 0
    assert Receipt.objects.count() == 0


def test_half_an_application_leads_from_the_number_to_what_is_missing(applicant):
    applicant.answer("your-language")

    assert applicant.look("sent").headers["Location"] == (
        "/en/apply/postcode/?notice=early"
    )


def test_the_check_page_is_shown_when_all_is_answered_and_a_step_need_not_be(applicant):
    applicant.answer_part_one()

    assert applicant.look("experience").headers["Location"] == "/en/apply/check/"
    assert applicant.look("check").status_code == 200
