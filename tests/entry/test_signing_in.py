"""Signing in and out: who comes in, where they are led, what is told to others."""

import pytest
from django.urls import NoReverseMatch, reverse

from cms.roles import Role
from tests.entry.codes import sign_in
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def mari(gwynedd):
    return make_staff(gwynedd, Role.EDITOR, email="Mari.Jones@council.example")


@pytest.mark.parametrize("case", [str, str.upper, str.lower])
def test_a_person_signs_in_with_their_address_in_any_case(
    gwynedd, mari, client_at, case
):
    client = client_at(gwynedd)

    answer = client.post(
        "/account/login/", {"login": case(mari.email), "password": "password"}
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("mari.jones@council.example", "wrong"),
        ("nobody@council.example", "password"),
        ("nobody@council.example", "wrong"),
    ],
)
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(
    gwynedd, mari, client_at, email, password
):
    client = client_at(gwynedd)

    answer = client.post(
        "/account/login/",
        {"login": email, "password": password},
        headers={"accept-language": "en"},
    )

    assert answer.status_code == 200
    assert answer.text.count("The email address and the password do not match") == 1
    assert client.get("/admin/").status_code == 302


def test_a_person_who_has_left_does_not_come_in(gwynedd, mari, client_at):
    mari.is_active = False
    mari.save()
    client = client_at(gwynedd)

    answer = sign_in(client, mari)

    assert answer.headers["Location"] == "/account/inactive/"
    assert client.get("/admin/").status_code == 302


def test_the_admin_asks_for_sign_in_and_leads_back_to_what_was_asked(
    gwynedd, mari, client_at
):
    client = client_at(gwynedd)

    asked = client.get("/admin/pages/?p=2")
    answer = client.post(
        asked.headers["Location"], {"login": mari.email, "password": "password"}
    )

    assert asked.headers["Location"] == "/account/login/?next=/admin/pages/%3Fp%3D2"
    assert answer.headers["Location"] == "/admin/pages/?p=2"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://devon.localhost/admin/",
        "javascript:alert(1)",
        "\\\\evil.example",
    ],
)
def test_nobody_is_led_to_another_host(
    two_authorities, mari, client_at, settings, elsewhere
):
    settings.ALLOWED_HOSTS = [".localhost", "devon.localhost"]
    gwynedd, _devon = two_authorities

    answer = sign_in(client_at(gwynedd), mari, next=elsewhere)

    assert answer.headers["Location"] == "/admin/"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("/admin/login/", "/account/login/"),
        (
            "/admin/login/?next=/admin/pages/",
            "/account/login/?next=%2Fadmin%2Fpages%2F",
        ),
        ("/admin/password_reset/", "/account/password/reset/"),
        ("/admin/password_reset/confirm/MQ/token/", "/account/password/reset/"),
    ],
)
def test_the_sign_in_of_the_admin_leads_to_ours(gwynedd, client_at, theirs, ours):
    answer = client_at(gwynedd).get(theirs)

    assert (answer.status_code, answer.headers["Location"]) == (302, ours)


@pytest.mark.parametrize("way", ["/account/logout/", "/admin/logout/"])
def test_signing_out_ends_the_session(gwynedd, mari, client_at, way):
    client = client_at(gwynedd, mari)
    cookie = client.cookies["sessionid"].value

    answer = client.post(way)
    client.cookies["sessionid"] = cookie

    assert answer.headers["Location"] == "/account/login/"
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "socialaccount_connections"]
)
def test_nobody_signs_up_or_manages_addresses(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "confirm-email/", "3rdparty/", "sessions/nothing/", ""],
)
def test_what_has_no_page_of_ours_is_not_found(gwynedd, mari, client_at, path):
    answer = client_at(gwynedd, mari).get(f"/account/{path}")

    assert answer.status_code == 404


def test_there_is_no_account_on_a_host_of_no_service(gwynedd, client, settings):
    settings.ALLOWED_HOSTS = ["*"]

    answer = client.get("/account/login/", headers={"host": "nobody.localhost"})

    assert answer.status_code == 404


def test_account_pages_are_kept_by_no_cache_and_listed_nowhere(gwynedd, client_at):
    answer = client_at(gwynedd).get("/account/login/")

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
