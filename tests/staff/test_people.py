"""The People screen: one's own staff and nobody else's, and never without a manager."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.roles import Role
from sites.memberships import grant
from sites.staff.models import Invitation
from tests.factories import make_staff, make_user
from tests.staff.factories import (
    LIST,
    factor_url,
    make_invitation,
    person_url,
    remove_url,
    roles_at,
    staff_state,
)

pytestmark = pytest.mark.django_db


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
