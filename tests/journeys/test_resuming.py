"""Save and come back later, by a link that works once."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cms.models import OutboundEmail
from forms.journeys import spam
from forms.journeys.jobs import purge_drafts
from forms.journeys.models import Draft, ResumeLink
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db


def save(applicant, language="en"):
    """Save, and return the path of the mailed link."""
    applicant.post("save", {"email": "sian@post.example"}, language)
    mail = OutboundEmail.objects.filter(template="journeys/resume").latest("pk")
    url = mail.context[mail.language]["url"]
    return re.sub(r"^https?://[^/]+", "", url)


@pytest.fixture
def half_way(applicant):
    """Somebody who has answered two questions."""
    applicant.answer("your-language")
    applicant.answer("postcode")
    return applicant


def test_the_mailed_link_brings_back_the_answers_in_another_browser(half_way, another):
    path = save(half_way)
    elsewhere = another()

    shown = elsewhere.client.get(path)
    answer = elsewhere.client.post(path)

    assert shown.status_code == 200
    assert answer.headers["Location"] == "/en/apply/where-you-live/?notice=welcome"
    assert b'value="LL55 1SH"' in elsewhere.look("postcode").content


@pytest.mark.parametrize("reading", ["en", "cy"])
@pytest.mark.parametrize("chosen", ["en", "cy"])
def test_the_mail_follows_the_language_they_chose_not_the_one_they_read(
    applicant, reading, chosen
):
    applicant.answer("your-language", reading, write_language=chosen)

    save(applicant, reading)

    assert OutboundEmail.objects.get(template="journeys/resume").language == chosen


def test_opening_the_link_changes_nothing(half_way, another):
    path = save(half_way)
    for _scanner in range(3):
        another().client.get(path)

    assert ResumeLink.objects.get().used_at is None
    assert another().client.post(path).status_code == 302


def test_the_link_works_once_and_offers_a_new_one(half_way, another):
    path = save(half_way)
    another().client.post(path)

    again = another().client.post(path)
    another().client.post(path, {"again": "1"})

    assert again.status_code == 410
    assert b"Send me a new link" in again.content
    assert ResumeLink.objects.count() == 2
    newest = OutboundEmail.objects.filter(template="journeys/resume").latest("pk")
    assert newest.to == "sian@post.example"


def test_the_first_browser_may_go_on_too(half_way, another):
    path = save(half_way)
    another().client.post(path)

    assert half_way.look("postcode").status_code == 200


def test_only_the_hash_of_the_token_is_kept(half_way):
    token = save(half_way).rstrip("/").rpartition("/")[2]

    assert token not in repr(ResumeLink.objects.values())


def test_an_expired_link_says_so_kindly_and_is_gone(half_way, another):
    path = save(half_way)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        answer = another().client.get(path)
        purge_drafts()
        after_purge = another().client.post(path)

    assert (answer.status_code, after_purge.status_code) == (410, 410)
    assert b"no longer works" in answer.content
    assert Draft.objects.count() == 0


def test_a_link_of_another_site_is_not_found(half_way, devon):
    token = save(half_way).rstrip("/").rpartition("/")[2]

    assert Applicant(devon).look(f"resume/{token}").status_code == 404
    assert half_way.look(f"resume/{token}").status_code == 200


def test_a_link_nobody_made_is_not_found(applicant):
    assert applicant.look("resume/" + "x" * 43).status_code == 404


def test_drafts_are_deleted_when_their_time_has_passed(half_way, another):
    save(another_half_way := another_with_answers(another))
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        purge_drafts()

    kept = Draft.objects.get()
    assert kept.saved_to == "sian@post.example"
    assert another_half_way.look("postcode").status_code == 200


def another_with_answers(another):
    somebody = another()
    somebody.answer("your-language")
    return somebody


def test_the_mail_is_in_the_language_of_the_page(half_way):
    path = save(half_way, "cy")

    mail = OutboundEmail.objects.get(template="journeys/resume")
    assert path.startswith("/cy/gwneud-cais/parhau/")
    assert mail.language == "cy"


def test_a_link_opened_after_sending_shows_the_number(applicant, another):
    applicant.answer_part_one()
    path = save(applicant)
    applicant.send()
    elsewhere = another()

    answer = elsewhere.client.post(path)

    assert answer.headers["Location"] == "/en/apply/sent/"
    assert b"Your reference number" in elsewhere.look("sent").content


def test_the_save_button_keeps_the_answer_first(applicant):
    applicant.answer("your-language")

    answer = applicant.answer("postcode", save="1")

    assert answer.headers["Location"] == "/en/apply/save/"
    assert Draft.objects.get().answers["postcode"] == "LL55 1SH"


def test_the_save_button_on_an_empty_page_asks_for_nothing(applicant):
    applicant.answer("your-language")

    answer = applicant.answer("postcode", postcode="", save="1")

    assert answer.headers["Location"] == "/en/apply/save/"


def test_saving_too_often_is_refused_with_a_clear_page(half_way):
    answers = [half_way.post("save", {"email": "a@post.example"}) for _ in range(8)]

    assert answers[-1].status_code == 429
    assert b"wait an hour" in answers[-1].content
    assert ResumeLink.objects.count() == 6


def test_saving_needs_an_address_with_a_domain(half_way):
    answer = half_way.post("save", {"email": "sian@"})

    assert b"Enter an email address in the correct format" in answer.content
    assert ResumeLink.objects.count() == 0


def test_after_saving_the_page_says_where_the_link_went_and_until_when(half_way):
    answer = half_way.post("save", {"email": "sian@post.example"})
    shown = half_way.look("save", query="?sent=1").content.decode()

    assert answer.headers["Location"] == "/en/apply/save/?sent=1"
    assert "We have sent a link to sian@post.example" in shown
    assert 'href="/en/apply/where-you-live/"' in shown


def test_the_address_given_as_an_answer_is_offered_for_the_link(applicant):
    applicant.answer_part_one()

    assert 'value="sian@post.example"' in applicant.look("save").content.decode()


def test_an_expired_page_neither_saves_nor_uses_a_link_up(half_way, gwynedd):
    path = save(half_way)
    careful = Applicant(gwynedd, enforce_csrf_checks=True)
    careful.client.cookies = half_way.client.cookies

    saving = careful.post("save", {"email": "other@post.example"})
    following = careful.client.post(path)

    assert b"press the button once more" in saving.content
    assert b"press the button once more" in following.content
    assert ResumeLink.objects.get().used_at is None


def test_a_new_link_is_not_mailed_too_often(half_way, another, monkeypatch):
    path = save(half_way)
    another().client.post(path)
    monkeypatch.setitem(spam.LIMITS, "mail", (0, 0))

    answer = another().client.post(path, {"again": "1"})

    assert answer.status_code == 429
    assert ResumeLink.objects.count() == 1


def test_saving_after_sending_leads_to_the_number(applicant):
    applicant.answer_part_one()
    applicant.send()

    assert applicant.look("save").headers["Location"] == "/en/apply/sent/"
