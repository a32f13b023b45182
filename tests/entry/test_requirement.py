"""Who must have a second factor, and that nothing else is open without it."""

import pytest
from allauth.mfa.models import Authenticator

from cms.roles import LOCAL_ROLES, Role
from cms.settings import signing_in
from sites.entry.requirement import missing_step
from sites.memberships import grant
from tests.entry.codes import code_of, give_app, secret_shown, sign_in
from tests.factories import make_hub, make_staff, make_user

SET_UP = "/account/second-factor/"
CONFIRM = "/account/second-factor/confirm/"
MUST = {Role.MANAGER, Role.COORDINATOR}


def led_to(client, path="/admin/"):
    answer = client.get(path)
    return answer.headers.get("Location", answer.status_code)


@pytest.mark.parametrize("role", LOCAL_ROLES)
def test_who_sees_submissions_is_led_to_set_one_up(required, gwynedd, english, role):
    person = make_staff(gwynedd, role)

    sign_in(english, person)

    expected = f"{SET_UP}?next=%2Fadmin%2F" if role in MUST else 200
    assert led_to(english) == expected


@pytest.mark.parametrize("role", [Role.NETWORK_ADMIN, Role.HUB_EDITOR])
def test_on_the_hub_the_network_administrator_is(
    required, provisioned, client_at, role
):
    hub = make_hub()
    client = client_at(hub)

    sign_in(client, make_staff(hub, role))

    required_here = role == Role.NETWORK_ADMIN
    assert led_to(client) == (f"{SET_UP}?next=%2Fadmin%2F" if required_here else 200)


def test_so_is_whoever_administers_the_installation(required, english):
    sign_in(english, make_user(is_superuser=True))

    assert led_to(english) == f"{SET_UP}?next=%2Fadmin%2F"


def test_a_role_at_another_service_counts(required, two_authorities, client_at):
    gwynedd, devon = two_authorities
    person = make_staff(gwynedd, Role.EDITOR)
    client = client_at(gwynedd)
    sign_in(client, person)
    before = led_to(client)

    grant(user=person, site=devon, role=Role.COORDINATOR)

    assert (before, led_to(client)) == (200, f"{SET_UP}?next=%2Fadmin%2F")


def test_until_then_only_the_set_up_is_open(required, english, coordinator):
    sign_in(english, coordinator)

    closed = {
        path: led_to(english, path)
        for path in (
            "/account/password/change/",
            "/account/second-factor/codes/new/",
            "/account/passkeys/",
        )
    }
    posted = english.post("/admin/account/", {"x": "y"}).headers["Location"]

    assert set(closed.values()) == {SET_UP}
    assert posted == SET_UP
    assert led_to(english, "/account/second-factor/app/add/") == 200
    assert led_to(english, "/account/passkeys/add/") == 200
    assert "Sign out" in english.get(SET_UP).text
    assert "Set up one of the two before you go on" in english.get(SET_UP).text


@pytest.mark.django_db(transaction=True)  # What is said on commit counts.
def test_setting_it_up_opens_the_admin_at_once(required, english, coordinator):
    sign_in(english, coordinator)
    secret = secret_shown(english.get(f"{SET_UP}app/add/"))

    answer = english.post(f"{SET_UP}app/add/", {"code": code_of(secret)})

    assert answer.headers["Location"] == "/account/second-factor/codes/"
    assert led_to(english) == 200


def test_a_session_from_before_the_factor_must_show_it(
    required, client_at, gwynedd, coordinator
):
    old = client_at(gwynedd, coordinator)
    secret = give_app(coordinator)

    before = led_to(old)
    sneaked = old.get("/account/passkeys/add/").headers["Location"]
    by_password = old.post("/account/confirm/", {"password": "password"})
    shown = old.get(before).text
    old.post(before, {"code": code_of(secret)})

    assert before == f"{CONFIRM}?next=%2Fadmin%2F"
    assert sneaked == CONFIRM
    assert by_password.headers["Location"] == CONFIRM
    assert "/account/confirm/" not in shown
    assert led_to(old) == 200


def test_signing_out_is_always_open(required, english, coordinator):
    sign_in(english, coordinator)

    english.post("/account/logout/")

    assert led_to(english) == "/account/login/?next=/admin/"


def test_where_it_is_not_required_nobody_is_led_anywhere(
    settings, english, coordinator
):
    assert settings.SECOND_FACTOR_REQUIRED is False

    sign_in(english, coordinator)

    assert led_to(english) == 200
    assert not Authenticator.objects.exists()


def test_production_requires_it():
    assert signing_in.SECOND_FACTOR_REQUIRED is True


def test_a_session_that_has_shown_it_costs_no_query(
    required, inside, django_assert_num_queries
):
    request = inside.get("/admin/").wsgi_request

    with django_assert_num_queries(0):
        assert missing_step(request) is None
