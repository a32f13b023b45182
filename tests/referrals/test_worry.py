"""Whoever would like to be rung about a worry can be: by a number, or another way."""

import pytest

from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.journeys.models import Draft
from tests.casework.factories import url
from tests.factories import make_staff
from tests.referrals.walking import YOUNG

pytestmark = pytest.mark.django_db

TALK = {
    "my_times": ["any"],
    "my_language": "cy",
    "my_write_language": "cy",
}
SAFE_WAY = {"reach_me": "safe_way", **TALK}
GROWN_UP = {
    "reach_me": "grown_up",
    "adult_name": "Miss Huws",
    "adult_phone": "",
    **TALK,
}
WRITE_ONE = "Write a number we can ring, or tick that you have none"
NO_NUMBER = "They have left no number for the call about the worry"


def up_to_the_worry(ela, reach):
    for step in ("me", "likes", "visitor"):
        ela.answer(step, **YOUNG[step])
    ela.answer("reach_me", **reach)
    return ela


def send(ela):
    ela.client.post(ela.address("check"))
    return Case.objects.get()


def codes(case):
    return {flag["code"] for flag in case.flags} & {"worry", "worry_no_number"}


@pytest.mark.parametrize("reach", [SAFE_WAY, GROWN_UP])
def test_a_call_needs_a_number_or_the_word_that_there_is_none(young, reach):
    ela = up_to_the_worry(young("en"), reach)

    answer = ela.answer("worry", worry="yes", worry_phone="")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count(WRITE_ONE) == 2  # In the summary, and at the box.
    assert 'href="#id_worry_phone"' in page
    assert "I have no number: find another way" in page
    assert "worry" not in Draft.objects.get().answers


def test_without_a_number_the_coordinator_is_told_plainly(young, client_at, gwynedd):
    ela = up_to_the_worry(young("en"), SAFE_WAY)
    assert ela.answer("worry", worry="yes", worry_no_phone="yes").status_code == 302
    assert "I have no number: find another way" in ela.look("check")

    case = send(ela)

    assert codes(case) == {"worry", "worry_no_number"}
    assert case.phone == ""
    notice = OutboundEmail.objects.get(template="casework/new_case")
    assert [reason.partition(":")[0] for reason in notice.context["en"]["urgent"]] == [
        "They would like someone to ring them about a worry.",
        NO_NUMBER,
    ]
    gethin = make_staff(gwynedd, "coordinator")
    screen = client_at(gwynedd, gethin).get(url("case", case.pk, kind="referrals"))
    assert NO_NUMBER in screen.content.decode()


def test_a_number_of_their_own_is_enough(young):
    ela = up_to_the_worry(young("en"), SAFE_WAY)
    ela.answer("worry", worry="yes", worry_phone="07700 900555", worry_no_phone="yes")

    assert Draft.objects.get().answers["worry_no_phone"] is False
    case = send(ela)
    assert (codes(case), case.phone) == ({"worry"}, "07700 900555")


def test_a_number_we_have_is_not_asked_for_again(young):
    ela = up_to_the_worry(young("en"), YOUNG["reach_me"])
    page = ela.look("worry")
    assert "Leave it empty if we have it already." in page
    assert "worry_no_phone" not in page
    assert ela.answer("worry", **YOUNG["worry"]).status_code == 302

    case = send(ela)

    assert (codes(case), case.phone) == ({"worry"}, "07700 900555")


def test_taking_the_number_back_asks_about_the_call_again(young):
    ela = up_to_the_worry(young("en"), YOUNG["reach_me"])
    ela.answer("worry", **YOUNG["worry"])

    ela.answer("reach_me", **SAFE_WAY)

    assert "worry" not in Draft.objects.get().answers
    check = ela.client.get(ela.address("check"))
    assert check.headers["Location"].startswith(ela.address("worry"))


def test_nobody_who_wants_no_call_is_asked_for_a_number(young):
    ela = up_to_the_worry(young("en"), SAFE_WAY)
    assert ela.answer("worry", worry="no").status_code == 302

    assert codes(send(ela)) == set()


def test_the_notice_of_an_ordinary_request_has_nothing_urgent(young):
    young("en").go({**YOUNG, "worry": {"worry": "no"}})

    notice = OutboundEmail.objects.get(template="casework/new_case")
    assert notice.context["en"]["urgent"] == []
