"""A journey is declared once; what contradicts itself is said when it is loaded."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.theme.forms import TextField, YesNoField
from forms.applications.models import ApplicationPage
from forms.journeys.checks import journeys_are_declared
from forms.journeys.declaring import BadJourney, Exit, Journey, Section, Situation, Step
from forms.journeys.forms import StepForm
from forms.journeys.walk import Walk


class Pets(StepForm):
    has_pet = YesNoField(label="Do you have a pet?", pair="oes")


class PetName(StepForm):
    pet_name = TextField(label="What is it called?")


class Colour(StepForm):
    colour = TextField(label="Your favourite colour?", required=False)


def owns_one(situation: Situation) -> bool:
    return bool(situation.answers.get("has_pet"))


def named(situation: Situation) -> bool:
    return bool(situation.answers.get("pet_name"))


def slugs(word: str) -> dict[str, str]:
    return {"en": word, "cy": f"{word}-cy"}


PETS = Step(key="pets", slugs=slugs("pets"), form_class=Pets)
NAME = Step(key="name", slugs=slugs("name"), form_class=PetName, shown_if=owns_one)
COLOUR = Step(key="colour", slugs=slugs("colour"), form_class=Colour, shown_if=named)


def journey(*steps: Step, **changes: Any) -> Journey:
    return Journey(kind="pets", steps=steps, submit=lambda _sent: "X", **changes)


def walk(**answers: Any) -> Walk:
    site: Any = SimpleNamespace()
    situation = Situation(site=site, service=site, language="en", answers=answers)
    return Walk(journey(PETS, NAME, COLOUR), situation)


def test_a_step_is_shown_by_the_answers_of_shown_steps_before_it():
    assert walk(has_pet=True, pet_name="Fflos").steps == [PETS, NAME, COLOUR]
    assert walk(has_pet=False, pet_name="Fflos").steps == [PETS]


def test_what_can_no_longer_be_reached_does_not_count():
    assert walk(has_pet=False, pet_name="Fflos", colour="red").answers == {
        "has_pet": False
    }


def test_the_first_step_without_answer_is_missing():
    assert walk().missing == PETS
    assert walk(has_pet=True).missing == NAME
    assert walk(has_pet=False).missing is None


def test_an_empty_answer_is_an_answer():
    assert walk(has_pet=True, pet_name="Fflos", colour="").missing is None


def test_a_step_may_be_visited_when_all_before_it_are_answered():
    assert walk(has_pet=True).may_visit(NAME)
    assert not walk(has_pet=True).may_visit(COLOUR)
    assert not walk(has_pet=False).may_visit(NAME)


def test_before_and_after_follow_the_shown_steps():
    here = walk(has_pet=True, pet_name="Fflos")
    assert (here.before(PETS), here.before(NAME)) == (None, PETS)
    assert (here.after(PETS), here.after(COLOUR)) == (NAME, None)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "has_pet": st.booleans(),
            "pet_name": st.text(),
            "colour": st.text(),
            "unknown": st.text(),
        },
    )
)
def test_every_walk_leads_to_its_end(answers):
    for _round in range(4):
        missing = walk(**answers).missing
        if missing is None:
            break
        answers |= dict.fromkeys(missing.names, "x")
    assert walk(**answers).missing is None


@pytest.mark.parametrize(
    ("steps", "changes", "problem"),
    [
        ([PETS, PETS], {}, "the key “pets” stands twice"),
        (
            [Step(key="x", slugs=slugs("check"), form_class=Pets)],
            {},
            "the slug (en) “check” stands twice",
        ),
        (
            [PETS, Step(key="again", slugs=slugs("again"), form_class=Pets)],
            {},
            "the field “has_pet” stands twice",
        ),
        (
            [Step(key="x", slugs=slugs("x"), form_class=StepForm)],
            {},
            "step “x” asks nothing",
        ),
        (
            [Step(key="x", slugs=slugs("x"), form_class=Pets, section="no")],
            {"sections": [Section(key="yes", title="Yes")]},
            "stands in the unknown section “no”",
        ),
        (
            [Step(key="x", slugs=slugs("x"), form_class=Pets, guidance="x.html")],
            {},
            "step “x” has guidance but no title",
        ),
        (
            [PETS],
            {
                "exits": [
                    Exit(key="pets", slugs=slugs("out"), template="x.html", title="Out")
                ]
            },
            "the key “pets” stands twice",
        ),
    ],
)
def test_a_contradiction_is_named(steps, changes, problem):
    with pytest.raises(BadJourney, match="Journey “pets”") as said:
        journey(*steps, **changes)
    assert problem in str(said.value)


def test_a_page_whose_journey_cannot_be_loaded_stops_the_start(monkeypatch):
    assert journeys_are_declared() == []

    monkeypatch.setattr(ApplicationPage, "journey_path", "forms.nowhere.JOURNEY")
    assert [error.id for error in journeys_are_declared()] == ["journeys.E001"]

    other = "forms.referrals.journey.JOURNEY"
    monkeypatch.setattr(ApplicationPage, "journey_path", other)
    assert [error.id for error in journeys_are_declared()] == ["journeys.E002"]
