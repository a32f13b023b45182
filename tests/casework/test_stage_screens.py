"""Plain steps until a service asks for every stage; switching loses nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.roles import Role
from forms.casework.services import move_case
from sites.models import Service, SettingChange
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
INBOX = "service_settings_group"


@pytest.fixture
def manager(client_at, gwynedd):
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def switch(manager, on):
    """The switch of the settings, as a manager presses it."""
    data = {"detailed_applications": "on"} if on else {}
    return manager.post(reverse(INBOX, args=["inbox"]), data)


def offered(page):
    """The places to which the case can be moved, as the form offers them."""
    [task] = [t for t in page.context["tasks"] if t["name"] == "move"]
    return [value for value, _name in task["form"]["to"].field.choices]


def shown(staff, case):
    return staff.get(url("case", case.pk))


def test_a_manager_switches_detailed_stages_on_and_the_log_says_so(manager, gwynedd):
    page = manager.get(reverse(INBOX, args=["inbox"])).text

    switch(manager, on=True)

    terms = Service.for_site(gwynedd).terms_of
    assert "Use detailed stages: Volunteer applications" in page
    assert "Simple: New · Talking · Checks · Ready · Closed." in page
    assert "Use detailed stages: Requests for a visitor" in page
    assert terms("applications").detailed_stages
    assert not terms("referrals").detailed_stages
    [change] = SettingChange.objects.filter(site=gwynedd)
    assert (change.group, change.field, change.old, change.new) == (
        *("inbox", "detailed_applications", "False", "True"),
    )


def test_switching_back_and_forth_loses_nothing(staff, manager, coordinator, case):
    move_case(case=case, to="interview_booked", by=coordinator)

    simple = shown(staff, case)
    switch(manager, on=True)
    detailed = shown(staff, case)
    switch(manager, on=False)
    again = shown(staff, case)

    assert offered(simple) == offered(again) == ["checks"]
    assert offered(detailed) == [
        *("screening", "information_session", "interviewed", "deferred", "checks"),
    ]
    words = "Moved from “{}” to “{}”"
    assert words.format("New", "Talking") in simple.text
    assert words.format("New", "Talking") in again.text
    assert words.format("Submitted", "Interview booked") in detailed.text
    case.refresh_from_db()
    assert case.stage == "interview_booked"


def test_by_steps_a_move_picks_the_step_and_a_stage_is_refused(staff, case):
    said = {"to": "interviewed", "seen": "submitted"}
    refused = staff.post(url("move", case.pk), said)
    staff.post(url("move", case.pk), {"to": "talking", "seen": "submitted"})

    case.refresh_from_db()
    assert "cannot move there" in refused.text
    assert case.stage == "screening"


def test_with_stages_a_case_is_deferred_to_a_day(staff, manager, case):
    switch(manager, on=True)
    move = {"to": "deferred", "seen": "submitted"}
    day = timezone.localdate() + timedelta(days=40)

    without = staff.post(url("move", case.pk), move)
    staff.post(url("move", case.pk), {**move, "until": day.isoformat()})

    case.refresh_from_db()
    assert "Write the day on which to come back to it." in without.text
    assert (case.stage, case.deferred_until, case.answer_by) == ("deferred", day, day)
    assert "Deferred until" in shown(staff, case).text


def test_closing_offers_the_reasons_of_each_way_out(staff, case):
    page = shown(staff, case).text
    said = {"seen": "submitted", "reason": "withdrawn.we_ended"}
    strange = staff.post(url("close", case.pk), said)
    staff.post(url("close", case.pk), {**said, "reason": "transferred"})

    assert 'value="withdrawn.moved"' in page
    assert 'value="left.finished"' not in page  # Only a visitor can leave.
    assert "Select a valid choice" in strange.text
    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("transferred", "")
    assert "Closed: Transferred" in shown(staff, case).text


def test_the_list_filters_by_step_and_where_asked_for_by_stage(
    staff, manager, coordinator, gwynedd, case
):
    booked = make_case(gwynedd)
    move_case(case=booked, to="interview_booked", by=coordinator)
    move_case(case=case, to="screening", by=coordinator)

    def listed(query):
        page = staff.get(f"{url('index')}?{query}").text
        return [c.pk for c in (case, booked) if c.reference in page]

    assert listed("step=talking") == [case.pk, booked.pk]
    assert listed("stage=interview_booked") == [case.pk, booked.pk]  # Not offered.
    switch(manager, on=True)
    assert listed("step=talking") == [case.pk, booked.pk]
    assert listed("stage=interview_booked") == [booked.pk]
    assert "Interview booked" in staff.get(url("index")).text


def test_the_list_is_sorted_along_the_machine(staff, coordinator, gwynedd, case):
    later = make_case(gwynedd)
    move_case(case=later, to="screening", by=coordinator)

    order = [
        [
            row.pk
            for row in staff.get(f"{url('index')}?ordering={by}").context["page_obj"]
        ]
        for by in ("place", "-place")
    ]

    assert order == [[case.pk, later.pk], [later.pk, case.pk]]


def test_print_and_table_say_the_stage_only_where_stages_are_shown(
    staff, manager, coordinator, case
):
    move_case(case=case, to="interviewed", by=coordinator)

    def said():
        paper = staff.get(url("print", case.pk)).text
        table = staff.get(url("export"), {"file": "csv", "words": "en"}).text
        return "Interviewed" in paper, ",Interviewed," in table, ",Talking," in table

    assert said() == (False, False, True)
    switch(manager, on=True)
    assert said() == (True, True, False)


def test_staff_set_by_when_to_answer(staff, case):
    staff.post(url("answer_by", case.pk), {"day": "2027-05-03"})
    page = shown(staff, case).text
    wrong = staff.post(url("answer_by", case.pk), {"day": "soon"}).text
    staff.post(url("answer_by", case.pk), {"day": ""})

    case.refresh_from_db()
    assert "Answer by 3 May 2027" in page
    assert "Write a day, as 3/5/2027." in wrong
    assert case.answer_by is None
    assert "Nobody is waiting for an answer any more" in shown(staff, case).text
