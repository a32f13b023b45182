"""A young person asks, in five screens of their own."""

from datetime import date

import pytest
import time_machine

from cms.language.dates import long_date
from forms.casework.models import Case
from tests.referrals.walking import (
    CHILD,
    YOUNG,
)

pytestmark = pytest.mark.django_db


def test_a_young_person_asks_in_their_own_words(young):
    ela = young("en")
    with time_machine.travel(date(2027, 4, 26), tick=False):
        end = ela.go(YOUNG)

    case = Case.objects.get()
    assert case.answer_by == date(2027, 4, 28)
    assert long_date(case.answer_by, "en") in end
    assert "You can say no at any time." in end
    assert (case.display_name, case.phone) == ("Young person", "07700 900555")
    assert {flag["code"] for flag in case.flags} >= {
        "worry",
        "under_13",
        "unknown_council",
    }
    assert case.referral.child_name == CHILD
    own = "".join(ela.shown[step] for step in YOUNG)
    assert "the child" not in own.partition("<main")[2].lower().partition("</main")[0]
    assert "recaptcha" not in ela.shown["check"]
    worry = ela.shown["worry"]
    for words in (
        "We read this on working days, not at night.",
        "In danger now:",
        "999",
        "Any time:",
        "Childline 0800 1111",
        "Meic",
    ):
        assert words in worry
    assert worry.index("Childline") < worry.index('name="worry"')
    assert "<textarea" not in worry


@pytest.mark.parametrize("age", ["under_13", "13-15", "16-17", "18+", "not_said"])
def test_nobody_is_refused_for_their_age(young, age):
    me = {**YOUNG["me"], "my_age": age}

    young("en").go({**YOUNG, "me": me})

    assert Case.objects.get().has_flag("under_13") is (age == "under_13")


@pytest.mark.parametrize(
    ("council", "flags", "known"),
    [
        ("own", set(), True),
        ("other", {"other_council"}, False),
        ("not_sure", {"unknown_council"}, False),
    ],
)
def test_a_young_person_need_not_know_which_council(young, council, flags, known):
    me = {**YOUNG["me"], "my_council": council, "my_age": "13-15"}
    young("en").go({**YOUNG, "me": me, "worry": {"worry": "no"}})

    case = Case.objects.get()
    assert {flag["code"] for flag in case.flags} - {"too_fast"} == flags
    assert (case.referral.council is not None) is known


def test_whoever_gives_no_name_is_a_young_person(young):
    young("cy").go({**YOUNG, "me": {**YOUNG["me"], "call_me": ""}})

    assert Case.objects.get().referral.child_name == "Person ifanc"


def test_i_do_not_mind_is_an_answer_to_every_choice(young):
    ela = young("en")
    ela.go(YOUNG)

    asked = {"likes": "any", "visitor": "any", "reach_me": "any", "me": "not_said"}
    for step, value in asked.items():
        assert f'value="{value}"' in ela.shown[step], step
    assert 'value="safe_way"' in ela.shown["reach_me"]
