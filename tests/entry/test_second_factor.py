"""The second factor: codes of an app, recovery codes, what is refused and kept."""

import datetime as dt

import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone

from tests.entry.codes import (
    code_of,
    give_app,
    recovery_codes_of,
    secret_shown,
    sign_in,
)

ENTER = "/account/second-factor/enter/"
WRONG = "This code is not right, or it has run out"


def enter(client, code):
    return client.post(ENTER, {"code": code})


def is_inside(client):
    return client.get("/admin/").status_code == 200


def test_a_password_alone_is_half_the_way(required, english, coordinator, app):
    answer = sign_in(english, coordinator)

    assert answer.headers["Location"] == ENTER
    assert not is_inside(english)
    assert "Second step" in english.get(ENTER).text


def test_the_code_of_the_app_lets_a_person_in(required, english, coordinator, app):
    sign_in(english, coordinator, next="/admin/pages/")

    refused = enter(english, "000000")
    entered = enter(english, code_of(app))

    assert (refused.status_code, WRONG in refused.text) == (200, True)
    assert entered.headers["Location"] == "/admin/pages/"
    assert is_inside(english)


def test_an_old_code_is_refused(english, coordinator, app):
    sign_in(english, coordinator)

    assert WRONG in enter(english, code_of(app, steps=-3)).text
    assert not is_inside(english)


def test_a_code_counts_once_even_after_its_half_minute(english, coordinator, app):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        code = code_of(app, steps=1)
        sign_in(english, coordinator)
        first = enter(english, code)
        english.post("/account/logout/")
    with time_machine.travel(now + dt.timedelta(seconds=45), tick=False):
        sign_in(english, coordinator)
        second = enter(english, code)

    assert (first.status_code, second.status_code) == (302, 200)
    assert not is_inside(english)


def test_a_recovery_code_counts_once(english, coordinator, app):
    code, *rest = recovery_codes_of(coordinator)
    sign_in(english, coordinator)
    first = enter(english, code)
    english.post("/account/logout/")
    sign_in(english, coordinator)

    second = enter(english, code)

    assert first.headers["Location"] == "/admin/"
    assert (second.status_code, WRONG in second.text) == (200, True)
    assert recovery_codes_of(coordinator) == rest


def test_wrong_codes_are_counted_and_a_right_one_comes_too_late(
    english, coordinator, app
):
    sign_in(english, coordinator)
    for _attempt in range(10):
        enter(english, "000000")

    answer = enter(english, code_of(app))

    assert "Too many attempts" in answer.text
    assert not is_inside(english)


def test_an_app_is_set_up_with_its_first_code_and_recovery_codes_are_shown(
    english, coordinator, mailoutbox, django_capture_on_commit_callbacks
):
    sign_in(english, coordinator)
    shown = english.get("/account/second-factor/app/add/")
    secret = secret_shown(shown)
    refused = english.post("/account/second-factor/app/add/", {"code": "000000"})

    with django_capture_on_commit_callbacks(execute=True):
        answer = english.post(
            "/account/second-factor/app/add/", {"code": code_of(secret)}
        )
    codes = english.get(answer.headers["Location"])

    assert '<svg class="entry-qr" role="img"' in shown.text
    assert WRONG in refused.text
    assert secret_shown(refused) == secret
    assert answer.headers["Location"] == "/account/second-factor/codes/"
    assert all(code in codes.text for code in recovery_codes_of(coordinator))
    assert len(recovery_codes_of(coordinator)) == 10
    assert [mail.subject for mail in mailoutbox] == ["A change to how you sign in"]
    assert "An authenticator app was added" in mailoutbox[0].body


def test_recovery_codes_come_as_a_file_and_new_ones_replace_the_old(
    inside, coordinator
):
    old = recovery_codes_of(coordinator)
    saved = inside.get("/account/second-factor/codes/download/")

    inside.post("/account/second-factor/codes/new/")

    assert saved.headers["Content-Type"] == "text/plain"
    assert saved.text.split() == old
    assert not set(recovery_codes_of(coordinator)) & set(old)


def test_an_app_that_is_removed_lets_nobody_in(inside, coordinator):
    inside.post("/account/second-factor/app/remove/")

    assert not Authenticator.objects.filter(user=coordinator).exists()


def test_the_last_factor_of_who_must_have_one_stays(required, inside, coordinator):
    shown = inside.get("/account/second-factor/app/remove/")

    answer = inside.post("/account/second-factor/app/remove/")

    for page in (shown, answer):
        assert "You need at least one second factor for your work" in page.text
    assert Authenticator.objects.filter(user=coordinator, type="totp").exists()


def test_a_change_an_hour_after_signing_in_asks_who_it_is_again(
    english, coordinator, app
):
    now = timezone.now()
    with time_machine.travel(now - dt.timedelta(hours=1), tick=False):
        sign_in(english, coordinator)
        enter(english, code_of(app))

    asked = english.get("/account/second-factor/codes/")
    refused = english.post(asked.headers["Location"], {"password": "wrong"})
    confirmed = english.post(asked.headers["Location"], {"password": "password"})

    assert asked.headers["Location"] == (
        "/account/confirm/?next=%2Faccount%2Fsecond-factor%2Fcodes%2F"
    )
    assert "This is not your password" in refused.text
    assert confirmed.headers["Location"] == "/account/second-factor/codes/"
    assert english.get("/account/second-factor/codes/").status_code == 200


def test_a_code_confirms_who_it_is_too(english, coordinator):
    secret = give_app(coordinator)
    with time_machine.travel(timezone.now() - dt.timedelta(hours=1), tick=False):
        sign_in(english, coordinator)
        enter(english, code_of(secret))
    way = "/account/second-factor/confirm/?next=/account/second-factor/codes/"

    confirmed = english.post(way, {"code": code_of(secret)})

    assert confirmed.headers["Location"] == "/account/second-factor/codes/"
    assert english.get("/account/second-factor/codes/").status_code == 200


def test_nobody_without_a_passkey_is_offered_one(english, coordinator, app):
    sign_in(english, coordinator)

    assert "Use a passkey" not in english.get(ENTER).text
