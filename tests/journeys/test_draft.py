"""Answers are kept from the first valid POST on, whatever else happens."""

import pytest
from django.db import connection

from forms.journeys.models import Draft
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db


def test_looking_at_the_start_and_the_first_step_stores_nothing(applicant):
    applicant.look()
    answer = applicant.look("your-language")

    assert answer.status_code == 200
    assert Draft.objects.count() == 0
    assert set(applicant.client.cookies) == {"csrftoken"}


def test_the_start_page_sets_no_cookie_and_may_be_kept(applicant):
    answer = applicant.look()

    assert not applicant.client.cookies
    assert "no-store" not in answer.headers.get("Cache-Control", "")
    assert b"csrfmiddlewaretoken" not in answer.content


def test_the_first_valid_post_makes_a_draft_with_a_cookie_of_its_own(applicant):
    applicant.answer("your-language")

    draft = Draft.objects.get()
    cookie = applicant.client.cookies["draft_applications"]
    assert draft.answers == {"write_language": "cy", "speak_language": "either"}
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_no_cookie_of_a_form_outlives_the_visit(applicant):
    applicant.answer("your-language")

    cookies = applicant.client.cookies
    assert set(cookies) == {"csrftoken", "draft_applications"}
    ends = {name: (c["max-age"], c["expires"]) for name, c in cookies.items()}
    assert ends == dict.fromkeys(cookies, ("", ""))


def test_a_wrong_first_post_stores_nothing(applicant):
    answer = applicant.answer("your-language", write_language="klingon")

    assert answer.status_code == 200
    assert b"Error: " in answer.content.split(b"</title>")[0]
    assert Draft.objects.count() == 0


def test_steps_may_not_be_kept_by_anybody(applicant):
    applicant.answer("your-language")

    assert "no-store" in applicant.look("postcode").headers["Cache-Control"]


def test_answers_are_ciphertext_in_the_database(applicant):
    applicant.answer_part_one()

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM journeys_draft")
        row = repr(cursor.fetchall())

    assert "Siân" not in row
    assert "sian@post.example" not in row
    assert "LL55" not in row
    assert Draft.objects.get().answers["name"] == "Siân Ŵyn"


def test_two_tabs_on_different_steps_both_keep_their_answers(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode")
    first, second = applicant.hidden("your-language"), applicant.hidden("postcode")

    applicant.post("postcode", {**second, "postcode": "EX4 3PU"})
    applicant.post(
        "your-language", {**first, "write_language": "en", "speak_language": "en"}
    )

    assert Draft.objects.get().answers == {
        "write_language": "en",
        "speak_language": "en",
        "postcode": "EX4 3PU",
    }


def test_a_step_answered_meanwhile_in_another_tab_says_so_and_keeps_what_was_typed(
    applicant,
):
    applicant.answer("your-language")
    old = applicant.hidden("postcode")
    applicant.post("postcode", {**old, "postcode": "LL55 1SH"})

    stale = applicant.post("postcode", {**old, "postcode": "EX4 3PU"})

    assert stale.status_code == 409
    assert b"in another window" in stale.content
    assert b"EX4 3PU" in stale.content
    assert Draft.objects.get().answers["postcode"] == "LL55 1SH"


def test_pressing_continue_again_on_a_stale_step_keeps_it(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode")

    answer = applicant.answer("postcode", postcode="EX4 3PU")

    assert answer.status_code == 302
    assert Draft.objects.get().answers["postcode"] == "EX4 3PU"


def test_a_double_click_on_continue_is_not_stale(applicant):
    applicant.answer("your-language")
    old = applicant.hidden("postcode")
    both = [applicant.post("postcode", {**old, "postcode": "LL55 1SH"}) for _ in "12"]

    assert [answer.status_code for answer in both] == [302, 302]


def test_a_changed_postcode_asks_for_the_area_again(applicant):
    applicant.answer_part_one()

    answer = applicant.post(
        "postcode",
        {**applicant.hidden("postcode"), "postcode": "EX4 3PU"},
        query="?from=check",
    )

    assert "area" not in Draft.objects.get().answers
    assert answer.headers["Location"].startswith("/en/apply/where-you-live/?from=check")


def test_a_step_out_of_order_leads_to_the_first_unanswered_one(applicant):
    applicant.answer("your-language")

    answer = applicant.look("contact")

    assert answer.headers["Location"] == "/en/apply/postcode/?notice=early"
    assert (
        b"answer this question first"
        in applicant.look("postcode", query="?notice=early").content
    )


def test_who_has_no_draft_is_not_told_that_answers_were_kept(applicant):
    page = applicant.look("your-language", query="?notice=early").content

    assert b"could not find any answers of yours in this browser" in page
    assert b"We have kept your other answers" not in page


def test_a_post_out_of_order_is_kept_all_the_same(applicant):
    applicant.answer("your-language")

    answer = applicant.post("why", {"why_how": "phone", "why": ""})

    assert answer.headers["Location"] == "/en/apply/postcode/"
    assert Draft.objects.get().answers["why_how"] == "phone"


def test_a_post_without_the_draft_cookie_keeps_that_answer_and_says_so(applicant):
    applicant.answer("your-language")
    del applicant.client.cookies["draft_applications"]

    answer = applicant.post("postcode", {"postcode": "LL55 1SH"})

    newest = Draft.objects.order_by("-pk").first()
    assert answer.headers["Location"] == "/en/apply/your-language/?notice=lost"
    assert newest.answers == {"postcode": "LL55 1SH"}


def test_a_tampered_cookie_opens_nothing(applicant):
    applicant.answer("your-language")
    key = applicant.client.cookies["draft_applications"].value
    applicant.client.cookies["draft_applications"] = key[:-1] + "x"

    assert applicant.look("postcode").status_code == 302


def test_a_draft_of_one_site_does_not_open_on_another(applicant, devon):
    applicant.answer("your-language")
    elsewhere = Applicant(devon)
    elsewhere.client.cookies = applicant.client.cookies

    assert elsewhere.look("contact").headers["Location"] == (
        "/en/apply/postcode/?notice=early"
    )
    assert applicant.look("postcode").status_code == 200


def test_the_same_step_in_the_other_language_has_the_same_answers(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode")

    english = applicant.look("postcode").content.decode()
    welsh = applicant.look("postcode", "cy").content.decode()

    assert 'href="/cy/gwneud-cais/cod-post/"' in english
    assert 'href="/en/apply/postcode/"' in welsh
    assert 'value="LL55 1SH"' in welsh


def test_the_draft_remembers_the_language_used_last(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode", "cy")

    assert Draft.objects.get().language == "cy"
