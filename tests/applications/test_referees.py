"""Referees: what is odd is said once, passes on, and is a flag for staff."""

import pytest

from forms.applications.doubts import doubts_about, flags_of
from forms.casework.models import Case
from sites.models import Service
from tests.journeys.walking import PART_TWO

pytestmark = pytest.mark.django_db


@pytest.fixture
def naming(applicant):
    """Somebody who goes straight on and names their referees now."""
    applicant.answer_part_one(name="Siân Ŵyn")
    applicant.answer("send-or-go-on", go_on="now")
    for slug in list(PART_TWO)[:5]:
        applicant.answer(slug)
    applicant.answer("referees", referees="now")
    return applicant


def referee(number=1, **changes):
    facts = {
        "name": "Rhys Parry",
        "relation": "friend",
        "knows": "",
        "email": f"rhys{number}@post.example",
        "phone": "",
        "same_address": "no",
        **changes,
    }
    return {f"referee_{number}_{name}": value for name, value in facts.items()}


def test_a_doubt_is_shown_once_and_passes_on(naming):
    odd = referee(name="Huw Ŵyn", email="")

    first = naming.answer("first-referee", **odd)
    page = first.content.decode()
    again = naming.post(
        "first-referee",
        {**odd, "doubted": "referee_no_contact referee_surname"},
    )

    assert first.status_code == 200
    assert "the same surname as you" in page
    assert "Without an email address or a phone number" in page
    assert 'value="Huw Ŵyn"' in page
    assert 'name="doubted" value="referee_no_contact referee_surname"' in page
    assert again.headers["Location"] == "/en/apply/second-referee/"


def test_a_new_doubt_after_a_change_is_shown_too(naming):
    odd = referee(relation="relative")
    naming.answer("first-referee", **odd)

    answer = naming.post(
        "first-referee", {**referee(email=""), "doubted": "referee_relative"}
    )

    assert answer.status_code == 200
    assert b"Without an email address" in answer.content


def test_who_saves_and_leaves_is_not_held_up(naming):
    answer = naming.answer("first-referee", **referee(email=""), save="1")

    assert answer.headers["Location"] == "/en/apply/save/"


def test_staff_see_every_doubt_as_a_flag(naming):
    naming.post(
        "first-referee", {**referee(relation="relative"), "doubted": "referee_relative"}
    )
    naming.answer("second-referee", **referee(2))
    for slug in ("adjustments", "checks"):
        naming.answer(slug)
    naming.send()

    assert [
        flag["code"] for flag in Case.objects.get().flags if "ref" in flag["code"]
    ] == ["referee_relative"]


def test_a_third_is_asked_for_where_the_service_wants_one(naming, gwynedd):
    naming.answer("first-referee", **referee(1))
    two = naming.answer("second-referee", **referee(2, name="Elin Parry"))
    Service.objects.filter(site=gwynedd).update(third_referee=True)

    three = naming.answer("second-referee", **referee(2, name="Elin Parry"))

    assert two.headers["Location"] == "/en/apply/adjustments/"
    assert three.headers["Location"] == "/en/apply/third-referee/"


@pytest.mark.parametrize(
    ("number", "changes", "codes"),
    [
        (1, {}, []),
        (1, {"relation": "relative", "name": "Huw Ŵyn"}, ["referee_relative"]),
        (1, {"name": "HUW ŵyn"}, ["referee_surname"]),
        (1, {"name": "Siân"}, []),
        (1, {"email": ""}, ["referee_no_contact"]),
        (1, {"email": "", "phone": "01632 960 001"}, []),
        (2, {"email": "RHYS1@post.example"}, ["referee_same_contact"]),
        (2, {"relation": "work"}, ["referees_from_work"]),
        (2, {"relation": "neighbour"}, []),
    ],
)
def test_the_rules(number, changes, codes):
    known = {"name": "Siân Ŵyn"}
    if number == 2:
        known |= referee(1, relation="work")
    known |= referee(number, **changes)

    found = doubts_about(f"referee_{number}", known)

    assert [doubt.code for doubt in found] == codes
    assert {flag.code for flag in flags_of(known)} == set(codes)
