"""Caseworkers begin, follow and end matches; nobody reads a child's name there."""

import pytest
from django.urls import reverse

from cms.activation import disable, enable
from cms.models import ReadLog
from forms.casework.services import move_case
from forms.matches.models import Match
from tests.casework.factories import make_case
from tests.casework.factories import url as url_of
from tests.factories import make_staff
from tests.matches.factories import (
    CHILD,
    VISITOR,
    days_ago,
    make_match,
    make_request,
    make_volunteer,
    stages,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]


def url(name, *args):
    return reverse(f"matches:{name}", args=args)


def text(answer):
    return answer.content.decode()


def chosen(case, other, **changes):
    """The form of an introduction as the screen gives it."""
    return {
        "seen": case.stage,
        "other": f"{other.pk}.{other.stage}",
        "on": days_ago(1).isoformat(),
        **changes,
    }


def looked(match, **said):
    """Another form of the match's screen."""
    match.refresh_from_db()
    return {
        "seen_visitor": match.volunteer.stage,
        "seen_child": match.request.stage,
        "on": days_ago(1).isoformat(),
        **said,
    }


def test_the_screens_of_both_cases_lead_to_an_introduction(staff, volunteer, child):
    of_volunteer = text(staff.get(url_of("case", volunteer.pk)))
    of_child = text(staff.get(url_of("case", child.pk, kind="referrals")))

    assert url("introduce", volunteer.pk) in of_volunteer
    assert "Introduce to a child who waits" in of_volunteer
    assert url("introduce", child.pk) in of_child
    assert "Introduce a visitor" in of_child


def test_nothing_leads_there_from_a_new_case_or_where_it_is_off(
    staff, gwynedd, volunteer
):
    new = make_case(gwynedd)
    from_new = text(staff.get(url_of("case", new.pk)))
    disable(site=gwynedd, label="matches")
    where_off = text(staff.get(url_of("case", volunteer.pk)))

    assert "/admin/matches/introduce/" not in from_new
    assert "/admin/matches/introduce/" not in where_off


@pytest.mark.parametrize("begins_at", ["volunteer", "child"])
def test_they_are_introduced_from_either_side(
    staff, coordinator, volunteer, child, begins_at
):
    case, other = volunteer, child
    if begins_at == "child":
        case, other = child, volunteer
    asked = text(staff.get(url("introduce", case.pk)))

    answer = staff.post(url("introduce", case.pk), chosen(case, other), follow=True)

    match = Match.objects.get()
    assert (match.volunteer, match.request) == (volunteer, child)
    assert (match.introduced_on, match.by) == (days_ago(1), coordinator)
    assert f'value="{other.pk}.{other.stage}"' in asked
    assert CHILD not in asked
    assert "They are introduced. Both records have moved." in text(answer)
    assert stages(volunteer, child) == [("introduced", ""), ("introductions", "")]


def test_whoever_has_moved_on_is_no_longer_taken(staff, volunteer, child):
    form = chosen(volunteer, child)
    move_case(case=child, to="explain_first", by=None)

    answer = text(staff.post(url("introduce", volunteer.pk), form))

    assert "That one has moved on. Look at the list again." in answer
    assert not Match.objects.exists()


def test_only_whoever_is_ready_and_of_this_service_is_offered(
    staff, gwynedd, devon, volunteer, child
):
    taken = make_request(gwynedd)
    make_match(volunteer, taken)
    volunteer.refresh_from_db()
    strangers = [make_request(devon), make_case(gwynedd, kind="referrals"), taken]

    offered = text(staff.get(url("introduce", volunteer.pk)))

    assert child.reference in offered
    assert [case.reference for case in strangers if case.reference in offered] == []


def test_the_visitor_is_appointed_and_the_appointment_ends(
    staff, volunteer, child, introduced
):
    at = url("match", introduced.pk)
    staff.post(url("appoint", introduced.pk), looked(introduced))
    after_appointment = text(staff.get(at))
    form = looked(introduced, reason="visitor_resigned", waits="none_fitting")
    staff.post(url("end", introduced.pk), form)

    introduced.refresh_from_db()
    assert url("letter", introduced.pk, "appointment", "cy") in after_appointment
    assert url("letter", introduced.pk, "ending", "cy") not in after_appointment
    assert url("letter", introduced.pk, "ending", "cy") in text(staff.get(at))
    assert (introduced.appointed_on, introduced.ended_on) == (days_ago(1),) * 2
    assert introduced.reason == "visitor_resigned"
    assert stages(volunteer, child) == [("approved", ""), ("waiting", "none_fitting")]


@pytest.mark.parametrize(
    ("act", "said", "error"),
    [
        ("end", {}, "Choose how the appointment ended."),
        ("end", {"reason": "visitor_resigned"}, "Choose why."),
        ("end", {"reason": "child_objected"}, "Write this, too."),
        ("end", {"reason": "notice_given", "on": "31/31"}, "Write a day, as 3/5/2027."),
        (
            "end",
            {"reason": "notice_given", "waits": "none_near", "seen_child": "agreed"},
            "Somebody else moved this case a moment ago. Look at it again first.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_changes(
    staff, appointed, act, said, error
):
    answer = text(staff.post(url(act, appointed.pk), looked(appointed, **said)))

    assert error in answer
    appointed.refresh_from_db()
    assert appointed.ended_on is None


def test_an_introduction_is_taken_back(staff, volunteer, child, introduced):
    form = looked(introduced, waits="no_visitor")
    answer = staff.post(url("undo", introduced.pk), form, follow=True)

    assert "The introduction is taken back." in text(answer)
    assert not Match.objects.exists()
    assert stages(volunteer, child) == [("approved", ""), ("waiting", "no_visitor")]


def test_no_screen_names_the_child_and_each_that_names_the_visitor_is_logged(
    staff, volunteer, child, appointed
):
    pages = [
        url("index"),
        url("match", appointed.pk),
        url("letter", appointed.pk, "appointment", "en"),
    ]

    said = [text(staff.get(page)) for page in pages]

    assert [CHILD in page for page in said] == [False, False, False]
    assert [VISITOR in page for page in said] == [True, True, True]
    assert all(child.reference in page for page in said)
    reads = ReadLog.objects.order_by("pk").values_list("kind", "action")
    assert list(reads) == [
        ("applications", "list"),
        ("applications", "view"),
        ("applications", "print"),
    ]


@pytest.mark.parametrize(
    ("place", "role", "status"),
    [
        ("gwynedd", "manager", 200),
        ("gwynedd", "editor", 404),
        ("devon", "coordinator", 404),
    ],
)
def test_they_are_there_for_caseworkers_of_the_service_alone(
    client_at, sites, volunteer, appointed, place, role, status
):
    client = client_at(sites[place], make_staff(sites[place], role))
    addresses = [
        url("match", appointed.pk),
        url("letter", appointed.pk, "appointment", "cy"),
        url("introduce", volunteer.pk),
    ]
    answers = [client.get(at, follow=True).status_code for at in addresses]
    posted = [
        client.post(url(act, appointed.pk), looked(appointed)).status_code
        for act in ("appoint", "end", "undo")
    ]

    assert answers == [status] * 3
    assert set(posted) == {status}
    appointed.refresh_from_db()
    assert appointed.ended_on is None


def test_where_it_is_off_it_is_not_there_and_nothing_is_lost(staff, gwynedd, appointed):
    disable(site=gwynedd, label="matches")
    while_off = staff.get(url("match", appointed.pk)).status_code
    enable(site=gwynedd, label="matches")

    assert while_off == 404
    assert staff.get(url("match", appointed.pk)).status_code == 200


def test_where_an_inbox_is_off_its_case_is_no_link(staff, gwynedd, child, appointed):
    disable(site=gwynedd, label="referrals")

    page = text(staff.get(url("match", appointed.pk)))

    assert child.reference in page
    assert url_of("case", child.pk, kind="referrals") not in page


def test_the_list_costs_the_same_however_many_there_are(
    staff, gwynedd, appointed, django_assert_max_num_queries
):
    staff.get(url("index"))
    with django_assert_max_num_queries(150) as one:
        staff.get(url("index"))
    make_match(make_volunteer(gwynedd), make_request(gwynedd))
    with django_assert_max_num_queries(len(one.captured_queries) + 2):
        staff.get(url("index"))
