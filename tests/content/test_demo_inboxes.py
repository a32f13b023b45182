"""The demo's people, applications and requests are invented, varied and complete."""

import re
import tomllib
from collections import Counter
from typing import Any

from cms.roles import Role
from forms.applications.stages import MACHINE
from sites.postcodes import find
from tests.content.files import ROOT


def _rows(path: str, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((ROOT / path).read_text())[name]
    return rows


PEOPLE = _rows("sites/demo/data/people.toml", "person")
APPLICATIONS = _rows("forms/applications/demo/applications.toml", "application")
REQUESTS = _rows("forms/referrals/demo/referrals.toml", "referral")
STAFF = {(person["site"], person["key"]) for person in PEOPLE}


def test_every_role_has_one_person_and_one_person_has_two_places() -> None:
    local = {Role.MANAGER, Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR}
    hub = {Role.HUB_EDITOR, Role.NETWORK_ADMIN}
    assert Counter((p["site"], p["role"]) for p in PEOPLE) == Counter(
        [(site, role.value) for site in ("gwynedd", "devon") for role in local]
        + [(site, "coordinator") for site in ("gwynedd", "devon")]  # A charity's.
        + [("hub", role.value) for role in hub]
    )


def test_twelve_applications_stand_in_all_five_steps_seven_of_them_in_welsh() -> None:
    assert len(APPLICATIONS) == 12
    stages = {[*MACHINE.initial[:1], *row["moves"]][-1] for row in APPLICATIONS}
    assert {MACHINE.step_of(key) for key in stages} == set(MACHINE.steps)
    assert sum(row["write"] == "cy" for row in APPLICATIONS) == 7


def test_names_try_what_software_gets_wrong() -> None:
    names = " ".join(row["name"] for row in APPLICATIONS)
    for mark in ("ŵ", "ŷ", " ap ", "-", "'"):
        assert mark in names


def test_each_special_case_is_there_once() -> None:
    flags = Counter(flag for row in APPLICATIONS for flag in row["flags"])
    assert flags == {
        "overdue": 1,
        "flagged": 1,
        "resumed_on_phone": 1,
        "no_email": 1,
    }
    for row in APPLICATIONS:
        assert ("overdue" in row["flags"]) == (row.get("answer_by_days", 0) < 0)
        assert ("no_email" in row["flags"]) == (not row["email"])
        assert ("flagged" in row["flags"]) == ("flag_reason" in row)


def test_five_requests_come_through_the_doors_that_were_asked_for() -> None:
    doors = Counter(row["door"] for row in REQUESTS)
    assert doors == {"professional": 2, "carer": 1, "young_person": 1, "family": 1}
    carer = next(row for row in REQUESTS if row["door"] == "carer")
    assert carer["time"] == "23:10"
    assert [r["key"] for r in REQUESTS if "declined" in r["moves"]] == ["declined"]
    assert [r["key"] for r in REQUESTS if r["council"].startswith("E")] == [
        "other-council"
    ]


def test_only_staff_of_the_same_site_are_assigned_and_write_notes() -> None:
    for row in APPLICATIONS + REQUESTS:
        names = {note["by"] for note in row["notes"]} | {row.get("assignee")} - {None}
        assert {(row["site"], name) for name in names} <= STAFF


def test_nobody_can_be_reached_by_accident() -> None:
    everything = "".join(
        (ROOT / path).read_text()
        for path in (
            "sites/demo/data/people.toml",
            "forms/applications/demo/applications.toml",
            "forms/referrals/demo/referrals.toml",
        )
    )
    numbers = set(re.findall(r"\b0\d{4} \d{6}\b", everything))
    assert {n for n in numbers if not re.match(r"01632 960|07700 900", n)} == set()
    addresses = re.findall(r"[\w.]+@[\w.]+\w", everything)
    assert {a for a in addresses if not a.endswith(".example")} == set()


def test_a_postcode_leads_to_the_service_the_application_is_at() -> None:
    homes = {"gwynedd": "W06000002", "devon": "E10000008"}
    for row in APPLICATIONS:
        assert row["postcode"].endswith(" 9ZZ")
        found = find(row["postcode"])
        assert found.gss_code == homes[row["site"]]
