"""Where one is, one's other places, and a kind word where one has no role."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.roles import Role
from sites.memberships import grant, revoke
from sites.models import Authority, Service
from tests.factories import make_staff, make_user

pytestmark = pytest.mark.django_db
SCREENS = ["/admin/", "/admin/pages/", "/admin/account/", "/admin/applications/"]


@pytest.fixture
def named(gwynedd, devon):
    """Gwynedd and Devon are their authorities' own."""
    for site, slug in ((gwynedd, "gwynedd"), (devon, "devon")):
        authority = Authority.objects.get(slug=slug)
        Service.objects.filter(site=site).update(authority=authority)
    return gwynedd, devon


@pytest.fixture
def nia(named):
    """The coordinator of a charity, at Gwynedd and at Devon."""
    gwynedd, devon = named
    person = make_staff(gwynedd, Role.COORDINATOR, first_name="Nia")
    grant(user=person, site=devon, role=Role.COORDINATOR)
    return person


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_where_one_is_and_leads_to_the_other_places(
    screen, named, nia, at
):
    gwynedd, devon = named

    here = at(gwynedd, nia).get(screen, follow=True).text
    there = at(devon, nia).get(screen, follow=True).text

    assert "You are in Gwynedd" in here
    assert 'href="http://devon.localhost/admin/"' in here
    assert "You are in Devon" in there
    assert 'href="http://gwynedd.localhost/admin/"' in there


def test_it_is_said_in_the_persons_language(named, at):
    gwynedd, devon = named
    nia = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    grant(user=nia, site=devon, role=Role.EDITOR)

    shown = at(gwynedd, nia).get("/admin/").text

    assert "yng Ngwynedd" in shown
    assert ">Dyfnaint</a>" in shown


def test_whoever_works_at_one_place_is_told_of_no_other(named, at):
    gwynedd, _devon = named
    shown = at(gwynedd, make_staff(gwynedd, Role.EDITOR)).get("/admin/").text

    assert "You are in Gwynedd" in shown
    assert "Your other places" not in shown


def test_other_places_cost_one_query_however_many(named, nia, new_service, at):
    gwynedd, _devon = named
    alone = make_staff(gwynedd, Role.COORDINATOR)

    costs = [_cost(at(gwynedd, alone)), _cost(at(gwynedd, nia))]
    grant(user=nia, site=new_service, role=Role.COORDINATOR)
    costs.append(_cost(at(gwynedd, nia)))

    assert costs[1] == costs[2] == costs[0] + 1


def _cost(client):
    client.get("/admin/staff-nothing/")
    client.get("/admin/account/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/account/")
    return len(asked)


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/account/"])
def test_where_one_has_no_role_a_kind_page_names_ones_own_places(
    path, named, at, devon
):
    gwynedd, _devon = named
    lowri = make_staff(gwynedd, Role.EDITOR)

    home = at(gwynedd, lowri).get(path, follow=True)
    away = at(devon, lowri).get(path)

    assert home.status_code == 200
    assert away.status_code == 403
    assert "You have no role at Devon Independent Visitors" in away.text
    assert 'href="http://gwynedd.localhost/admin/"' in away.text


def test_without_any_role_one_is_told_whom_to_ask(named, at):
    gwynedd, _devon = named
    gone = make_staff(gwynedd, Role.EDITOR)
    client = at(gwynedd, gone)
    before = client.get("/admin/").status_code
    revoke(user=gone, site=gwynedd, role=Role.EDITOR)

    answer = client.get("/admin/")

    assert (before, answer.status_code) == (200, 403)
    assert "Ask the manager of the service" in answer.text
    assert "Independent Visitors</a></li>" not in answer.text


def test_whoever_has_no_role_can_sign_out(named, at):
    gwynedd, _devon = named
    client = at(gwynedd, make_user())

    client.post(reverse("account_logout"))

    assert "_auth_user_id" not in client.session


def test_who_looks_after_the_installation_or_the_network_comes_in_everywhere(
    named, hub, at
):
    operator = make_user(is_superuser=True)
    owen, nadia = (make_staff(hub, r) for r in (Role.NETWORK_ADMIN, Role.HUB_EDITOR))

    for site in named:
        statuses = [
            at(site, user).get("/admin/").status_code
            for user in (operator, owen, nadia)
        ]
        assert statuses == [200, 200, 403]
        for path in ("/admin/staff/", "/admin/applications/"):
            assert at(site, owen).get(path).status_code == 404
