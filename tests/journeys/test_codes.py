"""Come back by a code on paper, for people without e-mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms.journeys import codes, spam
from forms.journeys.models import Draft
from sites.models import Service
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db

NOT_FOUND = b"We could not find saved answers for this code."


@pytest.fixture
def half_way(applicant):
    """Somebody who has answered two questions."""
    applicant.answer("your-language")
    applicant.answer("postcode")
    return applicant


def code_of(person, language="en"):
    """Ask for a code on the save page, and read it off the screen."""
    page = person.post("save", {"code": "1", "email": ""}, language).content.decode()
    found = re.search(r'iv-code">([^<]+)<', page)
    assert found, page
    return found[1]


def test_the_code_brings_back_the_answers_in_another_browser_and_language(
    half_way, another
):
    code = code_of(half_way)
    elsewhere = another()

    answer = elsewhere.post("come-back", {"code": code.lower().replace("-", " ")}, "cy")

    assert re.fullmatch(r"\w{4}-\w{4}-\w{3}", code)
    assert answer.headers["Location"] == (
        "/cy/gwneud-cais/ble-rydych-chin-byw/?notice=welcome"
    )
    assert b'value="LL55 1SH"' in elsewhere.look("postcode", "cy").content


def test_the_code_works_again_until_it_is_replaced(half_way, another):
    first = code_of(half_way)
    twice = [another().post("come-back", {"code": first}).status_code for _ in "12"]
    second = code_of(half_way)

    assert twice == [302, 302]
    assert NOT_FOUND in another().post("come-back", {"code": first}).content
    assert another().post("come-back", {"code": second}).status_code == 302


def test_only_a_keyed_hash_of_the_code_is_kept(half_way):
    code = code_of(half_way)

    kept = repr(Draft.objects.values())
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_a_code_that_opens_nothing_gets_one_answer_whatever_is_wrong(
    half_way, another, devon
):
    code = code_of(half_way)
    mistyped = code[:-1] + ("2" if code[-1] != "2" else "3")
    made_up = "-".join(re.findall(".{1,4}", codes.new_signs(codes.RANDOM_SIGNS)))

    pages = [
        another().post("come-back", {"code": wrong}).content.decode()
        for wrong in (mistyped, made_up, "x", "GWY-7KM-4R2X", "\u202e<b>")
    ]
    abroad = Applicant(devon).post("come-back", {"code": code})

    said = {
        re.findall(r'error-summary.*?href="#id_code">(.*?)<', p, re.S)[0] for p in pages
    }
    assert len(said) == 1
    assert NOT_FOUND in abroad.content
    assert "draft_applications" not in abroad.cookies


def test_a_code_lives_thirty_days(half_way, another):
    code = code_of(half_way)

    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert another().post("come-back", {"code": code}).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert NOT_FOUND in another().post("come-back", {"code": code}).content


@pytest.mark.parametrize("limit", [(1, 100), (100, 1)])
def test_tries_are_counted_by_address_and_by_site(
    half_way, another, monkeypatch, limit
):
    code = code_of(half_way)
    monkeypatch.setitem(spam.LIMITS, "try", limit)

    first = another().post("come-back", {"code": "7KM4"})
    second = another().post("come-back", {"code": code})

    assert (first.status_code, second.status_code) == (200, 429)
    assert b"Too many codes have been tried" in second.content
    assert code.encode() in second.content


def test_a_code_for_what_was_sent_shows_the_number(applicant, another):
    applicant.answer_part_one()
    code = code_of(applicant)
    applicant.send()

    assert another().post("come-back", {"code": code}).headers["Location"] == (
        "/en/apply/sent/"
    )


def test_who_comes_with_a_code_may_finish_while_the_form_is_paused(
    half_way, another, gwynedd
):
    code = code_of(half_way)
    service = Service.objects.get(site=gwynedd)
    service.form_terms = {"applications": {"state": "paused"}}
    service.save()

    start, answer = another().look(), another().post("come-back", {"code": code})

    assert b"/en/apply/come-back/" in start.content
    assert answer.status_code == 302


def test_an_expired_form_token_uses_no_try_and_keeps_what_was_typed(gwynedd):
    visitor = Applicant(gwynedd, enforce_csrf_checks=True)

    answer = visitor.post("come-back", {"code": "7KM4"})

    assert b"press the button once more" in answer.content
    assert b'value="7KM4"' in answer.content


def test_the_screens_of_the_code_may_not_be_kept_by_anybody(half_way):
    page = half_way.look("come-back")
    given = half_way.post("save", {"code": "1"})

    assert "no-store" in page.headers["Cache-Control"]
    assert "no-store" in given.headers["Cache-Control"]
