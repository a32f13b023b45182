"""Leaving counts at once; work and lost second factors are seen to."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.roles import Role
from forms.casework.services import assign_case
from sites.memberships import grant
from sites.staff.models import Invitation
from tests.casework.factories import make_case
from tests.factories import make_staff
from tests.staff.factories import (
    LIST,
    factor_url,
    make_invitation,
    person_url,
    remove_url,
    roles_at,
)

pytestmark = pytest.mark.django_db


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
    closed.stage, closed.stage_reason = "withdrawn", "moved"
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


def test_a_manager_who_leaves_takes_back_the_invitations_they_sent(
    manager, at, gwynedd, mair, gethin
):
    other = make_staff(gwynedd, Role.MANAGER)
    theirs = make_invitation(gwynedd, by=other, first_name="Eira")
    ours = make_invitation(gwynedd, by=mair, email="b@x.example")

    asked = manager.get(remove_url(other)).text
    manager.post(person_url(other), {"roles": ["manager", "editor"]})
    still = Invitation.objects.get(pk=theirs.pk).is_open
    manager.post(remove_url(other))

    assert "Eira" in asked
    assert still
    assert Invitation.objects.get(pk=theirs.pk).withdrawn_at
    assert Invitation.objects.get(pk=ours.pk).is_open
