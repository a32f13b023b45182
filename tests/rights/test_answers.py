"""From what is found to what is handed over; what is erased is gone from the disk."""

import datetime as dt

import pytest
from django.urls import reverse

from cms.models import OutboundEmail, ReadLog
from forms.casework.holding.services import hold_case
from forms.casework.models import Case
from forms.casework.services import move_case, write_note
from sites.rights.models import RightsRequest
from tests.casework.factories import make_case
from tests.factories import make_staff
from tests.rights.factories import make_request

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("applications")]
ANSWER = {"handed": "post", "read": "on"}
STEPS = {
    "find": "access",
    "review": "access",
    "bundle": "access",
    "release": "access",
    "correct": "correction",
    "erase": "erasure",
    "answer": "erasure",
}


def of_one(asked, name="request"):
    return reverse(f"rights_{name}", args=[asked.pk])


def key(case):
    return f"casework.case.{case.pk}"


def choose(staff, asked, *cases):
    return staff.post(of_one(asked, "find"), {"record": [key(case) for case in cases]})


def decisions(page, how, why="They agreed."):
    """Post data that decides every line of the screen alike."""
    forms = page.context["lines"]
    return {
        f"{form.prefix}-{name}": value
        for _section, entry, form, _care in forms
        for name, value in (
            *(("how", how), ("why", why), ("text", "X only")),
            ("seen", entry.seen),
        )
    }


@pytest.fixture
def case(gwynedd, coordinator):
    case = make_case(gwynedd)
    write_note(case=case, text="Her neighbour Elin spoke for her.", by=coordinator)
    return case


def test_what_is_found_is_chosen_by_staff_and_nothing_else_can_be(
    staff, gwynedd, devon, case
):
    asked = make_request(gwynedd)
    foreign = make_case(devon)

    page = staff.get(of_one(asked, "find")).content.decode()
    assert key(case) in page
    assert key(foreign) not in page
    choose(staff, asked, case, foreign)

    asked.refresh_from_db()
    assert asked.chosen == [key(case)]


def test_the_bundle_is_in_the_persons_language_and_waits_for_decisions(
    staff, gwynedd, case
):
    asked = make_request(gwynedd)
    choose(staff, asked, case)

    draft = staff.get(of_one(asked, "bundle")).content.decode()
    assert '<html lang="cy">' in draft
    assert "Siân Wyn ap Huw" in draft
    assert "Elin" not in draft
    assert "Heb ei benderfynu eto" in draft
    refused = staff.post(of_one(asked, "release"), ANSWER, follow=True)
    assert "Something is not decided yet." in refused.content.decode()
    asked.refresh_from_db()
    assert asked.is_open


@pytest.mark.parametrize(
    ("how", "is_there", "is_not"),
    [
        ("give", "Elin", "Wedi’i adael allan"),
        ("part", "X only", "Elin"),
        ("hold", "Wedi’i adael allan", "Elin"),
    ],
)
def test_what_is_decided_is_what_goes_out_and_the_reason_stays(
    staff, gwynedd, manager, case, how, is_there, is_not
):
    asked = make_request(gwynedd)
    choose(staff, asked, case)
    page = staff.get(of_one(asked, "review"))
    staff.post(of_one(asked, "review"), decisions(page, how, why="Zzyzx reason"))

    staff.post(of_one(asked, "release"), ANSWER)

    asked.refresh_from_db()
    assert (asked.state, asked.handed, asked.officer) == ("answered", "post", manager)
    assert {each["why"] for each in asked.decisions.values()} == {"Zzyzx reason"}
    case.delete()  # What was handed over does not change afterwards.
    for query in ({}, {"file": "1"}):
        paper = staff.get(of_one(asked, "bundle"), query)
        assert is_there in paper.content.decode()
        assert is_not not in paper.content.decode()
        assert "Zzyzx" not in paper.content.decode()
    assert "Siân" not in paper["Content-Disposition"]
    assert not OutboundEmail.objects.filter(site=gwynedd, case_reference="").exists()
    reads = ReadLog.objects.filter(kind="rights.rightsrequest", action="export")
    assert [row.reference for row in reads] == [str(asked.pk)]


def test_a_decision_needs_its_reason_and_holds_for_the_words_that_were_read(
    staff, gwynedd, case, coordinator
):
    asked = make_request(gwynedd)
    choose(staff, asked, case)
    page = staff.get(of_one(asked, "review"))
    refused = staff.post(of_one(asked, "review"), decisions(page, "give", why=""))
    assert "Say why: the reason is kept." in refused.content.decode()
    staff.post(of_one(asked, "review"), decisions(page, "give"))

    write_note(case=case, text="Something new.", by=coordinator)
    staff.post(of_one(asked, "release"), ANSWER)

    asked.refresh_from_db()
    assert asked.is_open


def test_something_wrong_is_put_right_and_the_old_words_are_kept_nowhere(
    staff, gwynedd, manager, case
):
    asked = make_request(gwynedd, kind="correction")
    choose(staff, asked, case)
    what = f"{key(case)}.phone"
    unsure = {"what": what, "value": "07700 900999"}
    staff.post(of_one(asked, "correct"), unsure)
    case.refresh_from_db()
    assert case.phone == "07700 900123"

    staff.post(of_one(asked, "correct"), {**unsure, "sure": "on"})

    case.refresh_from_db()
    asked.refresh_from_db()
    assert case.phone == "07700 900999"
    assert "900123" not in str(asked.done)
    assert asked.done[0]["by"] == str(manager)
    certificate = staff.get(of_one(asked, "certificate")).content.decode()
    assert "Rhif ffôn" in certificate
    assert "900123" not in certificate
    staff.post(of_one(asked, "answer"), ANSWER)
    asked.refresh_from_db()
    assert asked.state == "answered"


def closed(case, coordinator):
    move_case(case=case, to="not_progressed", reason="not_now", by=coordinator)
    return case


def erase(staff, asked, word="erase"):
    page = staff.get(of_one(asked, "erase"))
    shown = [state for _record, _kept, state in page.context["fates"]]
    return staff.post(of_one(asked, "erase"), {"word": word, "shown": shown})


def test_what_may_go_goes_and_what_must_stay_stays_as_the_certificate_says(
    staff, gwynedd, manager, coordinator
):
    goes, stays = make_case(gwynedd), make_case(gwynedd)
    closed(goes, coordinator)
    closed(stays, coordinator)
    hold_case(case=stays, why="An inquiry", by=manager)
    asked = make_request(gwynedd, kind="erasure")
    choose(staff, asked, goes, stays)

    erase(staff, asked, word="no")
    assert Case.objects.filter(site=gwynedd).count() == 2
    erase(staff, asked)

    assert list(Case.objects.filter(site=gwynedd)) == [stays]
    asked.refresh_from_db()
    assert [each["number"] for each in asked.paper["erased"]] == [goes.reference]
    assert [each["number"] for each in asked.paper["kept"]] == [stays.reference]
    paper = staff.get(of_one(asked, "certificate")).content.decode()
    gone, kept = paper.split("<h2>", 2)[1:]
    assert '<html lang="cy">' in paper
    assert goes.reference in gone
    assert stays.reference not in gone
    assert stays.reference in kept
    assert "900123" not in paper
    staff.post(of_one(asked, "answer"), ANSWER)
    asked.refresh_from_db()
    assert asked.state == "answered"
    assert (asked.email, asked.phone, asked.address) == ("", "", "")
    assert (
        reverse("rights_certificate", args=[asked.pk])
        in staff.get(of_one(asked)).content.decode()
    )


def test_nothing_goes_when_it_is_no_longer_what_was_shown(
    staff, gwynedd, coordinator, manager
):
    case = closed(make_case(gwynedd), coordinator)
    asked = make_request(gwynedd, kind="erasure")
    choose(staff, asked, case)
    page = staff.get(of_one(asked, "erase"))
    shown = [state for _record, _kept, state in page.context["fates"]]
    hold_case(case=case, why="An inquiry", by=manager)

    answer = staff.post(
        of_one(asked, "erase"), {"word": "erase", "shown": shown}, follow=True
    )

    assert "The records have changed since" in answer.content.decode()
    assert Case.objects.filter(pk=case.pk).exists()


def test_nothing_is_done_before_it_is_known_who_asks(staff, gwynedd, coordinator):
    case = closed(make_case(gwynedd), coordinator)
    unknown = {"identity": "not_yet", "clock_from": None}
    access = make_request(gwynedd, **unknown)
    erasure = make_request(gwynedd, kind="erasure", **unknown)
    for asked in (access, erasure):
        choose(staff, asked, case)
    page = staff.get(of_one(access, "review"))
    staff.post(of_one(access, "review"), decisions(page, "give"))

    staff.post(of_one(access, "release"), ANSWER)
    erase(staff, erasure)
    staff.post(of_one(erasure, "answer"), ANSWER)

    assert {asked.state for asked in RightsRequest.objects.all()} == {"open"}
    assert Case.objects.filter(pk=case.pk).exists()


def test_what_was_not_asked_for_is_no_step(staff, gwynedd):
    asked = make_request(gwynedd)

    for name in ("correct", "erase", "answer"):
        assert staff.get(of_one(asked, name)).status_code == 404
        assert staff.post(of_one(asked, name), ANSWER).status_code == 404


@pytest.mark.parametrize("name", STEPS)
def test_no_step_is_taken_by_anybody_but_the_services_own_manager(
    client_at, staff, gwynedd, devon, coordinator, case, name
):
    asked = make_request(gwynedd, kind=STEPS[name])
    choose(staff, asked, case)
    boss = make_staff(devon, "manager")
    at_home = client_at(devon, boss)

    assert staff.get(of_one(asked, name)).status_code in (200, 302)
    for client in (at_home, client_at(gwynedd, coordinator)):
        assert client.get(of_one(asked, name)).status_code == 404
        assert client.post(of_one(asked, name)).status_code in (404, 405)


def test_a_request_that_is_answered_takes_no_more_steps(staff, gwynedd, case):
    asked = make_request(gwynedd)
    RightsRequest.objects.filter(pk=asked.pk).update(
        state="answered", handed="hand", ended_on=dt.date(2026, 1, 9)
    )

    for name in ("find", "review", "release", "correct", "erase", "answer"):
        assert staff.get(of_one(asked, name)).status_code == 404
        assert staff.post(of_one(asked, name)).status_code == 404
