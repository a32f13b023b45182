"""What a machine may say of matches: the start stops where a match could not move."""

import dataclasses

import pytest

from forms.applications.stages import MACHINE as APPLICATIONS
from forms.casework.faults import faults
from forms.casework.joining import Event
from forms.referrals.stages import MACHINE as REQUESTS


def joined(machine, **changes):
    """The machine with other words on matches."""
    return dataclasses.replace(
        machine, joins=dataclasses.replace(machine.joins, **changes)
    )


@pytest.mark.parametrize("machine", [APPLICATIONS, REQUESTS])
def test_ours_can_be_joined(machine):
    assert faults(machine) == []


@pytest.mark.parametrize(
    ("machine", "changes", "fault"),
    [
        (
            APPLICATIONS,
            {"ended": "gone"},
            "A match moves cases to “gone”, which is not declared.",
        ),
        (
            APPLICATIONS,
            {"during": ("gone",)},
            "A match moves cases to “gone”, which is not declared.",
        ),
        (
            REQUESTS,
            {"introduced": "closed"},
            "A match begins at “closed”, where cases are closed.",
        ),
        (
            APPLICATIONS,
            {"ended": "left"},
            "A match moves cases to “left” unasked, and it asks.",
        ),
        (
            REQUESTS,
            {"appointed": "paused"},
            "A match moves cases to “paused” unasked, and it asks.",
        ),
        (
            REQUESTS,
            {"ended": "explained"},
            "A match cannot move a case from “matched” to “explained”.",
        ),
        (
            APPLICATIONS,
            {"during": ("deferred",)},
            "A match cannot move a case from “deferred” to “approved”.",
        ),
    ],
)
def test_the_author_is_told_what_is_wrong(machine, changes, fault):
    assert fault in faults(joined(machine, **changes))


def test_what_is_not_said_is_as_an_end():
    joins = APPLICATIONS.joins

    assert {joins.after(event) for event in (Event.OVER, Event.OBJECTED)} == {
        "approved"
    }
