"""The People screen: one's own staff and nobody else's, and never without a manager."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.roles import Role
from forms.casework.services import assign_case
from sites.memberships import grant
from sites.staff.models import Invitation
from tests.casework.factories import make_case
from tests.factories import make_staff, make_user
from tests.staff.factories import (
    LIST,
    make_invitation,
    person_url,
    remove_url,
    roles_at,
    staff_state,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def gethin(gwynedd):
    return make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")


def test_the_list_shows_ones_own_people_and_invitations(
    manager, gwynedd, devon, mair, gethin, helen
):
    make_invitation(gwynedd, by=mair, first_name="Eira")
    make_invitation(devon, by=helen, first_name="Zz", email="zz@devon.example")
    grant(user=gethin, site=devon, role=Role.EDITOR)

    shown = manager.get(LIST).text

    assert all(name in shown for name in ("Mair", "Gethin", "Eira", "Coordinator"))
    assert not any(name in shown for name in ("Helen", "zz@devon", "Devon", "Editor"))


def test_it_costs_the_same_however_many_work_here(manager, gwynedd, gethin):
    make_invitation(gwynedd)
    few = cost(manager)
    for number in range(8):
        make_staff(gwynedd, Role.EDITOR)
        make_invitation(gwynedd, email=f"a{number}@x.example")

    assert cost(manager) == few


def cost(client):
    client.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)
    return len(asked)


def test_roles_are_changed(manager, gwynedd, gethin):
    manager.post(person_url(gethin), {"roles": ["editor", "translator"]})

    assert roles_at(gwynedd, gethin) == {"editor", "translator"}


def test_only_roles_of_the_site_can_be_given(manager, gwynedd, gethin):
    answers = [
        manager.post(person_url(gethin), {"roles": roles})
        for roles in (["hub_editor"], ["network_admin", "editor"], [])
    ]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert roles_at(gwynedd, gethin) == {"coordinator"}


def test_nothing_but_roles_can_be_changed(manager, gethin):
    before = (gethin.email, gethin.password, gethin.first_name, gethin.is_superuser)

    manager.post(
        person_url(gethin),
        {
            "roles": ["coordinator"],
            "email": "x@x.example",
            "password": "x",
            "first_name": "X",
            "is_superuser": "on",
        },
    )
    gethin.refresh_from_db()

    now = (gethin.email, gethin.password, gethin.first_name, gethin.is_superuser)
    assert now == before


@pytest.mark.parametrize("role", [r for r in Role if r != Role.MANAGER])
def test_nobody_but_a_manager_opens_the_screens(
    role, at, gwynedd, hub, gethin, new_service
):
    site = hub if role in (Role.HUB_EDITOR, Role.NETWORK_ADMIN) else gwynedd
    client = at(site, make_staff(site, role))
    invitation = make_invitation(gwynedd)
    addresses = [
        LIST,
        "/admin/staff/invite/",
        person_url(gethin),
        remove_url(gethin),
        factor_url(gethin),
        reverse("staff_again", args=[invitation.pk]),
        reverse("staff_withdraw", args=[invitation.pk]),
    ]
    before = staff_state(gwynedd)
    # The administrator's own list, at the hub, is theirs.
    own = addresses[:2] if role == Role.NETWORK_ADMIN else []

    for address in addresses:
        answers = [client.get(address), client.post(address, {"roles": ["editor"]})]
        expected = {200, 405} if address in own else {404}
        assert {answer.status_code for answer in answers} <= expected, address
    assert staff_state(gwynedd) == before


def test_anothers_people_and_invitations_are_404_and_stay_as_they_are(
    manager, devon, helen
):
    sam = make_staff(devon, Role.COORDINATOR)
    nobody = make_user()
    invitation = make_invitation(devon, by=helen)
    addresses = [
        *(
            url(person)
            for url in (person_url, remove_url, factor_url)
            for person in (sam, nobody)
        ),
        reverse("staff_again", args=[invitation.pk]),
        reverse("staff_withdraw", args=[invitation.pk]),
    ]
    before = staff_state(devon)

    for address in addresses:
        assert manager.get(address).status_code == 404, address
        assert manager.post(address, {"roles": ["editor"]}).status_code == 404, address
    assert staff_state(devon) == before
    assert Invitation.objects.get(pk=invitation.pk).is_open


def test_who_works_elsewhere_keeps_those_roles(manager, gwynedd, devon, gethin):
    grant(user=gethin, site=devon, role=Role.MANAGER)

    asked = manager.get(remove_url(gethin))
    manager.post(remove_url(gethin))

    assert "Devon" not in asked.text
    assert roles_at(gwynedd, gethin) == set()
    assert roles_at(devon, gethin) == {"manager"}


def test_leaving_counts_in_open_browsers_on_the_next_click(
    manager, at, gwynedd, gethin
):
    office, train = at(gwynedd, gethin), at(gwynedd, gethin)
    pages = ["/admin/", "/admin/applications/"]
    before = [c.get(p).status_code for c in (office, train) for p in pages]

    manager.post(remove_url(gethin))
    after = [c.get(p).status_code for c in (office, train) for p in pages]

    assert before == [200] * 4
    assert not {200, 500} & set(after)


def test_losing_a_role_counts_on_the_next_click_too(manager, at, gwynedd, gethin):
    office = at(gwynedd, gethin)
    before = office.get("/admin/applications/").status_code

    manager.post(person_url(gethin), {"roles": ["editor"]})

    assert before == 200
    assert office.get("/admin/applications/").status_code == 404
    assert office.get("/admin/").status_code == 200


def test_a_leavers_open_cases_go_to_a_colleague(manager, gwynedd, mair, gethin):
    mine, closed = make_case(gwynedd), make_case(gwynedd)
    for case in (mine, closed):
        assign_case(case=case, to=gethin, by=mair)
    closed.stage, closed.closed_reason = "closed", "done"
    closed.save()
    editor = make_staff(gwynedd, Role.EDITOR, first_name="Lowri")

    asked = manager.get(remove_url(gethin)).text
    forged = manager.post(remove_url(gethin), {"to": editor.pk}).status_code
    still = roles_at(gwynedd, gethin)
    manager.post(remove_url(gethin), {"to": mair.pk})
    for case in (mine, closed):
        case.refresh_from_db()

    assert "1 open case" in asked
    assert (forged, still) == (200, {"coordinator"})
    assert (mine.assignee, closed.assignee) == (mair, gethin)


def test_without_a_colleague_they_become_nobodys_and_it_is_said(
    manager, gwynedd, mair, gethin
):
    case = make_case(gwynedd)
    assign_case(case=case, to=gethin, by=mair)

    answer = manager.post(person_url(gethin), {"roles": ["editor"]}, follow=True)
    case.refresh_from_db()

    assert case.assignee is None
    assert "Nobody has these now: 1 open case" in answer.text


def test_the_last_manager_stays_until_there_is_another(manager, gwynedd, mair, gethin):
    make_staff(gwynedd, Role.MANAGER, is_active=False)

    demoted = manager.post(person_url(mair), {"roles": ["editor"]})
    manager.post(remove_url(mair))
    held = roles_at(gwynedd, mair)
    manager.post(person_url(gethin), {"roles": ["manager", "coordinator"]})
    left = manager.post(remove_url(mair))

    assert "Nobody else looks after the people here" in demoted.text
    assert held == {"manager"}
    assert roles_at(gwynedd, mair) == set()
    assert left.url == "/admin/"


def test_the_network_looks_after_the_hubs_own_people(at, hub):
    owen = make_staff(hub, Role.NETWORK_ADMIN)
    nadia = make_staff(hub, Role.HUB_EDITOR, first_name="Nadia")
    client = at(hub, owen)

    shown = client.get(LIST).text
    client.post(person_url(nadia), {"roles": ["translator"]})
    last = client.post(remove_url(owen), follow=True)

    assert "Nadia" in shown
    assert roles_at(hub, nadia) == {"translator"}
    assert "Nobody else looks after the people here" in last.text
    assert roles_at(hub, owen) == {"network_admin"}


def test_the_network_invites_the_first_manager_of_a_service_and_no_second(
    at, hub, gwynedd, mair, new_service
):
    client = at(hub, make_staff(hub, Role.NETWORK_ADMIN))
    whom = {"email": "a@powys.example", "first_name": "Ann", "language": "both"}

    def address(site):
        return reverse("staff_first_manager", args=[site.pk])

    listed = client.get(reverse("staff_services")).text
    for _twice in range(2):
        client.post(address(new_service), whom)
    refused = client.post(address(gwynedd), whom, follow=True)
    at_hub = client.post(address(hub), whom)

    assert address(new_service) in listed
    assert address(gwynedd) not in listed
    invitation = Invitation.objects.get()
    assert (invitation.site, invitation.roles) == (new_service, ["manager"])
    assert "This service has a manager" in refused.text
    assert at_hub.status_code == 404
    assert "a@powys.example" not in client.get(LIST).text


@pytest.mark.parametrize("role", [Role.HUB_EDITOR, Role.TRANSLATOR])
def test_nobody_else_at_the_hub_and_no_manager_invites_first_managers(
    at, hub, manager, new_service, role
):
    address = reverse("staff_first_manager", args=[new_service.pk])
    whom = {"email": "a@powys.example", "first_name": "Ann", "language": "both"}

    for client in (manager, at(hub, make_staff(hub, role))):
        for url in (reverse("staff_services"), address):
            assert client.get(url).status_code == 404
            assert client.post(url, whom).status_code == 404
    assert not Invitation.objects.exists()


def give_factor(user):
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )


def test_a_lost_second_factor_is_reset_for_ones_own_people(
    manager, at, gwynedd, gethin
):
    give_factor(gethin)
    office = at(gwynedd, gethin)
    office.get("/admin/")

    listed, asked = manager.get(LIST).text, manager.get(factor_url(gethin))
    manager.post(factor_url(gethin))

    assert "Has a second factor" in listed
    assert asked.status_code == 200
    assert not Authenticator.objects.exists()
    assert office.get("/admin/").status_code == 302
    assert ModelLogEntry.objects.filter(action="entry.factors_forgotten").count() == 1


def test_a_factor_that_guards_other_places_is_for_the_network(
    manager, at, hub, devon, gwynedd, gethin
):
    factor = give_factor(gethin)
    grant(user=gethin, site=devon, role=Role.EDITOR)
    network = at(hub, make_staff(hub, Role.NETWORK_ADMIN))
    lost = reverse("staff_lost_factor")

    shown = manager.get(person_url(gethin)).text
    refused = manager.post(factor_url(gethin), follow=True).text
    theirs = manager.post(lost, {"email": gethin.email}).status_code
    kept = Authenticator.objects.filter(pk=factor.pk).exists()
    nobody = network.post(lost, {"email": "nobody@x.example"})
    network.post(lost, {"email": gethin.email.upper()})

    assert factor_url(gethin) not in shown
    assert "for the network’s administrators to reset" in refused
    assert (theirs, kept) == (404, True)
    assert "Nobody with a second factor was found." in nobody.text
    assert not Authenticator.objects.exists()


def test_whoever_holds_no_role_any_more_is_signed_out(manager, at, gwynedd, gethin):
    office, stays = at(gwynedd, gethin), at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    manager.post(remove_url(gethin))

    assert not Session.objects.filter(pk=office.session.session_key).exists()
    assert Session.objects.filter(pk=stays.session.session_key).exists()


def factor_url(user):
    return reverse("staff_factor", args=[user.pk])
