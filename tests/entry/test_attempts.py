"""Guessing is stopped, and nobody can lock out somebody else by it."""

import datetime as dt

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.cache import cache
from django.utils import timezone

from sites.entry.attempts import PER_ADDRESS, PER_PAIR, forget_attempts, purge_attempts
from tests.entry.signing import LOGIN, browser_at, guess, is_in, sign_in
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
ELSEWHERE = "198.51.100.9"


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def mari(gwynedd):
    return make_staff(gwynedd, "coordinator", email="mari@gwynedd.example")


@pytest.fixture(autouse=True)
def _no_minute_limit(settings):
    """Only the lock-out is looked at, not allauth's limit of a minute."""
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}


def test_the_fifth_wrong_password_stops_the_pair_and_says_when_to_try_again(
    gwynedd, mari
):
    browser = browser_at(gwynedd)

    answers = guess(browser, mari.email, PER_PAIR)
    page = sign_in(browser, mari.email)

    assert answers == [200] * (PER_PAIR - 1) + [429]
    assert page.status_code == 429
    assert 0 < int(page["Retry-After"]) <= 15 * 60
    text = page.content.decode()
    assert "You can try again in 15 minutes, at " in text
    assert 'href="/account/password/reset/"' in text
    assert not is_in(browser)


def test_the_stopped_page_speaks_welsh(gwynedd, mari):
    browser = browser_at(gwynedd, HTTP_ACCEPT_LANGUAGE="cy")
    guess(browser, mari.email, PER_PAIR)

    page = sign_in(browser, mari.email)

    assert page.headers["Content-Language"] == "cy"
    assert page.status_code == 429


def test_a_rival_who_guesses_elsewhere_locks_nobody_out(gwynedd, mari):
    rival = browser_at(gwynedd, ELSEWHERE)
    guess(rival, mari.email, PER_PAIR + 3)

    sign_in(rival, mari.email)
    mine = browser_at(gwynedd)
    sign_in(mine, mari.email)

    assert not is_in(rival)
    assert is_in(mine)


def test_a_rival_in_the_same_building_does_not_lock_a_browser_that_is_known(
    gwynedd, mari
):
    mine, rival = browser_at(gwynedd), browser_at(gwynedd)
    sign_in(mine, mari.email)
    mine.post("/account/logout/")
    guess(rival, mari.email, PER_PAIR)

    stopped = sign_in(rival, mari.email)
    sign_in(mine, mari.email)

    assert stopped.status_code == 429
    assert is_in(mine)


def test_a_known_browser_may_not_guess_for_ever_either(gwynedd, mari):
    mine = browser_at(gwynedd)
    sign_in(mine, mari.email)
    mine.post("/account/logout/")

    assert guess(mine, mari.email, PER_PAIR)[-1] == 429


def test_a_cookie_of_one_persons_browser_knows_nobody_else(gwynedd, mari):
    rival = browser_at(gwynedd)
    own = make_staff(gwynedd, "editor", email="rival@gwynedd.example")
    sign_in(rival, own.email)
    rival.post("/account/logout/")
    other = browser_at(gwynedd)
    guess(other, mari.email, PER_PAIR)

    assert sign_in(rival, mari.email).status_code == 429


def test_an_address_that_tries_many_people_is_stopped_for_unknown_browsers_alone(
    gwynedd, mari
):
    mine = browser_at(gwynedd)
    sign_in(mine, mari.email)
    mine.post("/account/logout/")
    crowd = browser_at(gwynedd)
    for number in range(PER_ADDRESS):
        sign_in(crowd, f"nobody{number}@gwynedd.example", "no")

    stopped = sign_in(crowd, "someone@gwynedd.example", "no")
    sign_in(mine, mari.email)

    assert stopped.status_code == 429
    assert is_in(mine)


def test_ones_own_success_does_not_wipe_what_was_guessed_of_others(gwynedd, mari):
    own = make_staff(gwynedd, "editor", email="rival@gwynedd.example")
    rival = browser_at(gwynedd)
    guess(rival, mari.email, PER_PAIR - 1)

    sign_in(rival, own.email)
    rival.post("/account/logout/")

    assert guess(rival, mari.email, 1) == [429]


def test_success_forgets_ones_own_mistakes(gwynedd, mari):
    mine = browser_at(gwynedd)
    guess(mine, mari.email, PER_PAIR - 1)
    sign_in(mine, mari.email)
    mine.post("/account/logout/")

    assert guess(mine, mari.email, PER_PAIR - 1) == [200] * (PER_PAIR - 1)


def test_it_is_over_after_fifteen_minutes_even_for_whoever_kept_trying(gwynedd, mari):
    mine = browser_at(gwynedd)
    with time_machine.travel(timezone.now(), tick=False) as now:
        guess(mine, mari.email, PER_PAIR)
        now.shift(dt.timedelta(minutes=14))
        still = sign_in(mine, mari.email).status_code
        now.shift(dt.timedelta(minutes=2))
        sign_in(mine, mari.email)
        after = is_in(mine)

    assert still == 429
    assert after


def test_a_made_up_forwarded_address_gets_round_nothing_without_a_proxy(gwynedd, mari):
    browser = browser_at(gwynedd)

    answers = [
        sign_in(
            browser, mari.email, "no", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}"
        ).status_code
        for n in range(PER_PAIR)
    ]

    assert answers[-1] == 429


def test_behind_a_proxy_only_the_last_address_counts(gwynedd, mari, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    proxy = browser_at(gwynedd, "10.0.0.1")
    for n in range(PER_PAIR):
        forwarded = f"203.0.113.{n}, {ELSEWHERE}"
        last = sign_in(proxy, mari.email, "no", HTTP_X_FORWARDED_FOR=forwarded)

    sign_in(proxy, mari.email, HTTP_X_FORWARDED_FOR="192.0.2.7")

    assert last.status_code == 429
    assert is_in(proxy)


def test_a_whole_ipv6_network_counts_as_one(gwynedd, mari):
    answers = []
    for n in range(PER_PAIR):
        browser = browser_at(gwynedd, f"2001:db8::{n:x}")
        answers += guess(browser, mari.email, 1)

    assert answers[-1] == 429


def test_nothing_typed_is_kept(gwynedd, mari):
    browser = browser_at(gwynedd, HTTP_USER_AGENT="Netscape 4")
    browser.post(
        f"{LOGIN}?next=/secret-corner/",
        {"login": "hunter2@post.example", "password": "x"},
    )
    for _ in range(2):
        browser.post(LOGIN, {"login": mari.email, "password": "y", "pin": "hunter2"})

    rows = list(AccessAttempt.objects.values())

    assert len(rows) == 2
    for clear in ("hunter2", mari.email, "secret-corner", "Netscape"):
        assert clear not in str(rows)


def test_a_new_password_by_mail_opens_the_door_at_once(gwynedd, mari):
    browser = browser_at(gwynedd)
    guess(browser, mari.email, PER_PAIR)

    forget_attempts(mari.email)
    sign_in(browser, mari.email)

    assert is_in(browser)


def test_what_no_longer_counts_is_deleted(gwynedd, mari):
    with time_machine.travel(timezone.now(), tick=False) as now:
        guess(browser_at(gwynedd), mari.email, 1)
        now.shift(dt.timedelta(minutes=10))
        guess(browser_at(gwynedd, ELSEWHERE), mari.email, 1)
        now.shift(dt.timedelta(minutes=10))
        purge_attempts()

    assert [row.ip_address for row in AccessAttempt.objects.all()] == [ELSEWHERE]
    cache.clear()


def test_a_link_in_a_mail_that_was_followed_forgets_what_others_guessed(gwynedd, mari):
    from allauth.account.signals import password_reset

    browser = browser_at(gwynedd)
    guess(browser, mari.email, PER_PAIR)

    password_reset.send(sender=type(mari), request=None, user=mari)
    sign_in(browser, mari.email)

    assert is_in(browser)


def test_the_cookie_of_a_known_browser_goes_where_passwords_are_asked_for_alone(
    gwynedd, mari
):
    browser = browser_at(gwynedd)

    cookie = sign_in(browser, mari.email).cookies["iv-known-browser"]

    assert (cookie["path"], cookie["httponly"]) == ("/account/", True)
    assert mari.email not in cookie.value
