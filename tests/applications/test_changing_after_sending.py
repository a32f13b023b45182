"""After sending, applicants withdraw, correct their details and choose languages."""

import pytest

from forms.casework.models import LanguageChange, StageMove
from forms.casework.moving import move_case
from tests.applications.after_sending import (
    browser,
    case,
    mails,
    nothing_counted,
    path,
    text,
    timeline,
)
from tests.casework.factories import url
from tests.factories import make_staff

__all__ = ["browser", "case", "nothing_counted"]

pytestmark = pytest.mark.django_db


def test_withdrawing_needs_no_reason_and_staff_see_it(
    gwynedd, browser, case, client_at
):
    answer = browser.post(
        path(case, "withdraw"), {"reason": "", "why": ""}, follow=True
    )

    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("withdrawn", "not_said")
    assert case.answer_by is None
    assert "You have withdrawn. Thank you" in text(answer)
    assert "You have withdrawn your application." in text(answer)
    assert timeline(case) == ["Withdrawn on the website by the person themselves"]
    assert mails("person_acted").exists()
    assert mails("withdrawn").get().to == case.email
    staff = client_at(gwynedd, make_staff(gwynedd, "coordinator"))
    page = staff.get(url("case", case.pk), HTTP_ACCEPT_LANGUAGE="en")
    assert "Withdrawn on the website by the person themselves" in text(page)


def test_a_reason_and_own_words_are_kept(browser, case):
    said = {"reason": "no_time", "why": "A new baby."}

    browser.post(path(case, "withdraw"), said)

    move = StageMove.objects.get()
    assert (move.reason, move.why, move.by) == ("no_time", "A new baby.", None)


def test_a_reason_that_is_none_of_ours_is_refused(browser, case):
    answer = browser.post(path(case, "withdraw"), {"reason": "not_said", "why": ""})

    assert answer.status_code == 200
    assert not StageMove.objects.exists()


def test_where_only_staff_can_end_it_withdrawing_is_not_offered(browser, case):
    for stage in ("screening", "checks", "approved", "matched"):
        move_case(case=case, to=stage, by=None)

    shown = browser.get(path(case))
    answer = browser.post(path(case, "withdraw"), {"reason": "", "why": ""})

    assert "/withdraw/" not in shown.content.decode()
    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.stage == "matched"


def test_a_corrected_name_is_kept_and_staff_are_told(browser, case):
    said = {"name": "Siân Wyn", "email": case.email, "phone": case.phone}

    answer = browser.post(path(case, "your-details"), said, follow=True)

    case.refresh_from_db()
    assert case.display_name == "Siân Wyn"
    assert "We have kept your corrected details." in text(answer)
    assert mails("person_acted").count() == 1
    assert timeline(case) == [
        "They have corrected their name on the website: Siân Wyn ap Huw → Siân Wyn",
    ]


def test_an_address_taken_away_counts_at_once_and_is_told(browser, case):
    before = path(case)
    said = {"name": case.display_name, "email": "", "phone": case.phone}

    browser.post(path(case, "your-details"), said)

    case.refresh_from_db()
    assert case.email == ""
    assert mails("address_changed").get().to == "sian@post.example"
    assert browser.get(before).status_code == 404


def test_some_way_to_reach_them_must_stay(browser, case):
    said = {"name": "Siân Wyn", "email": "", "phone": ""}

    answer = browser.post(path(case, "your-details"), said)

    assert "Enter an email address or a phone number" in text(answer)
    assert not mails("address_changed").exists()


def test_the_languages_are_kept_logged_and_followed(browser, case):
    said = {"language": "cy", "spoken_language": "either"}

    browser.post(path(case, "change-languages"), said)

    change = LanguageChange.objects.get()
    assert (change.to_language, change.to_spoken, change.by) == ("cy", "either", None)
    assert timeline(case) == ["They have chosen their languages on the website"]
    browser.post(path(case, "withdraw"), {"reason": "", "why": ""})
    assert mails("withdrawn").get().language == "cy"
