"""Every question that a form asks stands in a privacy notice, with its reason."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from cms.theme.forms import TextField
from forms.applications.models import ApplicationPage
from forms.journeys import collecting
from forms.journeys.checks import questions_are_told
from forms.journeys.collected import collected_by_forms
from forms.journeys.declaring import Situation, Step
from forms.journeys.doors import forms
from forms.journeys.forms import StepForm
from sites.notices.audiences import Audience
from sites.notices.composing import notice

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
OURS = ("applications", "referrals")


class FaithForm(StepForm):
    faith = TextField(label="What is your faith?")


FAITH = Step(
    key="faith", slugs={"en": "faith", "cy": "ffydd"}, form_class=FaithForm, title="X"
)


def doors():
    return [door for form in forms() if form.kind in OURS for door in form.doors]


def asked_in(told):
    return [label for part in told.parts for item in part.items for label in item.under]


def test_every_field_of_our_forms_has_exactly_one_reason():
    assert [door.form_key for door in doors() if door.collecting is None] == []
    assert [problem for door in doors() for problem in collecting.problems(door)] == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_question_stands_once_under_its_reason_for_whoever_is_asked(
    service, language
):
    missing = []
    with override(language):
        for door in doors():
            situation = Situation(site=service.site, service=service, language=language)
            labels = {
                name: str(field.label)
                for step in door.steps
                for name, field in step.form(situation).fields.items()
            }
            for part in door.collecting.parts:
                for audience in part.audiences:
                    told = asked_in(notice(service, audience, language))
                    missing += [
                        (audience, name)
                        for use in part.uses
                        for name in use.fields
                        if labels[name] not in told
                    ]

    assert missing == []


def test_a_young_person_is_told_nothing_of_what_adults_alone_are_asked(service):
    young = asked_in(notice(service, Audience.YOUNG, "en"))

    assert "What shall we call you?" in young
    assert "Your name" not in young


def test_a_new_question_without_a_reason_stops_the_start(monkeypatch):
    journey = ApplicationPage.declared_journey()
    more = replace(journey, steps=[*journey.steps, FAITH], own_questions=None)
    monkeypatch.setattr(ApplicationPage, "declared_journey", lambda: more)

    errors = [each for each in questions_are_told() if each.id == "journeys.E007"]

    assert [error.msg for error in errors] == [
        "the field “faith” stands in no privacy notice"
    ]


def test_a_reason_for_what_is_not_asked_and_two_for_one_question_are_wrong():
    journey = ApplicationPage.declared_journey()
    [part] = journey.collecting.parts
    twice = replace(
        part, uses=[*part.uses, replace(part.uses[0], fields=["name", "x"])]
    )
    wrong = replace(journey, collecting=replace(journey.collecting, parts=[twice]))

    assert list(collecting.problems(wrong)) == [
        "the privacy notice speaks of the unknown field “x”",
        "the privacy notice gives 2 reasons for the field “name”",
    ]


def test_what_a_service_does_not_ask_stands_in_no_notice(service):
    service.third_referee = service.welsh_standards = False
    service.save()

    told = asked_in(notice(service, Audience.VOLUNTEER, "en"))

    assert "Name of the third person" not in told
    assert "Which language would you like to speak?" not in told
    assert "Name of the second person" in told


def test_a_switched_off_form_collects_nothing(service, gwynedd):
    from cms.activation import disable

    disable(site=gwynedd, label="referrals")

    assert {one.audience for one in collected_by_forms(service)} == {Audience.VOLUNTEER}
    assert notice(service, Audience.YOUNG, "en") is None
