"""What somebody has written is deleted at once when they ask for it."""

import re

import pytest

from cms.models import OutboundEmail
from forms.journeys.models import Draft, ResumeLink
from sites.models import Service
from tests.journeys.test_codes import code_of
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(applicant):
    """Somebody who has answered two questions, and saved by mail and by code."""
    applicant.answer("your-language")
    applicant.answer("postcode")
    code_of(applicant)
    applicant.post("save", {"email": "sian@post.example"})
    return applicant


def keeping_path(where="delete"):
    """The path of the mailed address by which answers are deleted."""
    mail = OutboundEmail.objects.filter(template="journeys/resume").latest("pk")
    path = re.sub(r"^https?://[^/]+", "", mail.context[mail.language]["keeping_url"])
    return path.replace("/reminder/", f"/{where}/")


def test_asking_deletes_draft_links_mails_and_cookie(saved):
    asked = saved.look("delete")
    assert Draft.objects.count() == 1

    answer = saved.post("delete", {})

    assert b"Delete what you have written?" in asked.content
    assert answer.headers["Location"] == "/en/apply/delete/"
    assert saved.client.cookies["draft_applications"].value == ""
    counts = [model.objects.count() for model in (Draft, ResumeLink, OutboundEmail)]
    assert counts == [0, 0, 0]
    assert b"We keep nothing of what you wrote" in saved.look("delete").content


def test_the_mailed_address_deletes_from_any_browser_and_only_when_pressed(
    saved, another
):
    path = keeping_path()
    asked = another().client.get(path)
    assert Draft.objects.count() == 1

    another().client.post(path)

    assert b"Delete it" in asked.content
    assert Draft.objects.count() == 0
    assert b"We keep nothing of what you wrote" in another().client.get(path).content
    assert saved.look("postcode").status_code == 302


def test_another_browsers_own_draft_stays_when_a_mailed_address_deletes_one(
    saved, another
):
    other = another()
    other.answer("your-language")

    other.client.post(keeping_path())

    assert Draft.objects.count() == 1
    assert other.look("postcode").status_code == 200


@pytest.mark.parametrize("where", ["delete", "reminder"])
def test_an_address_of_another_site_or_of_nobody_is_not_found(saved, devon, where):
    path = keeping_path(where)

    assert Applicant(devon).client.get(path).status_code == 404
    assert Applicant(devon).client.post(path).status_code == 404
    assert saved.look(f"{where}/" + "a" * 64).status_code == 404
    assert Draft.objects.count() == 1


def test_the_mail_of_another_draft_saved_to_the_same_address_stays(saved, another):
    other = another()
    other.answer("your-language")
    other.post("save", {"email": "sian@post.example"})

    saved.post("delete", {})

    assert OutboundEmail.objects.count() == Draft.objects.count() == 1


def test_what_was_sent_is_not_deleted_here(applicant):
    applicant.answer_part_one()
    applicant.send()

    page, posted = applicant.look("delete"), applicant.post("delete", {})

    assert b"You have already sent this" in page.content
    assert b"You have already sent this" in posted.content
    assert Draft.objects.count() == 1


def test_answers_can_be_deleted_while_the_form_is_closed(saved, gwynedd):
    service = Service.objects.get(site=gwynedd)
    service.form_terms = {"applications": {"state": "closed"}}
    service.save()

    saved.post("delete", {})

    assert Draft.objects.count() == 0


def test_nothing_is_deleted_without_a_valid_token(saved, gwynedd):
    forgetful = Applicant(gwynedd, enforce_csrf_checks=True)
    forgetful.client.cookies = saved.client.cookies

    answer = forgetful.post("delete", {})

    assert b"press the button once more" in answer.content
    assert Draft.objects.count() == 1


def test_leaving_by_an_exit_takes_the_links_along(saved):
    for slug in ("where-you-live",):
        saved.answer(slug)
    saved.answer("your-age", old_enough="no")

    assert (Draft.objects.count(), ResumeLink.objects.count()) == (0, 0)
