"""The stages of an application: in which steps they lie, and how they are told."""

import pytest
from django.utils.translation import override

from forms.applications.stages import MACHINE
from forms.casework.stages import PLAIN


def test_the_stages_of_an_application_lie_in_the_five_steps():
    steps = {step.key: MACHINE.stages_in(step.key) for step in MACHINE.steps}
    assert steps == {
        "new": ["enquiry", "started", "submitted"],
        "talking": [
            "screening",
            "information_session",
            "interview_booked",
            "interviewed",
            "deferred",
        ],
        "checks": ["checks", "decision"],
        "ready": ["approved", "introduced", "matched", "on_break"],
        "closed": ["left", "withdrawn", "not_progressed", "transferred"],
    }


@pytest.mark.parametrize("stage", MACHINE.stages, ids=lambda stage: stage.key)
def test_steps_lead_where_they_lead_in_the_plain_machine(stage):
    """So a service that works by steps can do all that it could without stages."""
    here = MACHINE.step_of(stage.key)
    plain = PLAIN.next_steps(here.key).keys()

    assert MACHINE.next_steps(stage.key).keys() >= plain
    assert here.closes or MACHINE.exits(stage.key)


def test_what_the_applicant_reads_never_says_paru():
    with override("cy"):
        told = [str(stage.told) for stage in MACHINE.stages]
    assert all(told)
    assert not [words for words in told if "paru" in words or "baru" in words]
