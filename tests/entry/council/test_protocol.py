"""What a council's server says is believed only for the attempt it answers."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.entry.council.coming import BACK, GO, come, is_signed_in, leave
from tests.entry.council.server import new_key
from tests.entry.signing import LOGIN, browser_at, is_in, sign_in

pytestmark = pytest.mark.django_db
BESIDE = (
    "?process=connect&scope=everything"
    "&auth_params=redirect_uri%3Dhttps%3A%2F%2Fevil.example"
)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "somebody-elses-client"},
        {"iss": "https://other.example"},
        {"nonce": "of-another-attempt"},
        {"nonce": None},
        {"exp": 1},
        {"sub": None},
        {"iat": None},
    ],
    ids=lambda claims: "-".join(claims),
)
def test_a_token_that_is_not_for_this_attempt_opens_nothing(
    gwynedd, row, mari, council, claims
):
    browser = browser_at(gwynedd)
    council.claims |= claims

    answer = come(browser, council)

    assert answer.status_code == 502
    assert "did not work" in answer.content.decode()
    assert not is_signed_in(browser)


@pytest.mark.parametrize("how", ["another key", "no signature", "a shared secret"])
def test_a_token_that_the_council_did_not_sign_opens_nothing(
    gwynedd, row, mari, council, how
):
    if how == "another key":
        council.signing_key = new_key()
    elif how == "no signature":
        council.algorithm, council.signing_key = "none", None
    else:
        council.algorithm, council.signing_key = "HS256", "k" * 32
    browser = browser_at(gwynedd)

    answer = come(browser, council)

    assert answer.status_code == 502
    assert not is_signed_in(browser)


def test_it_leads_on_to_the_page_that_was_asked_for_and_never_elsewhere(
    gwynedd, row, mari, council
):
    there = come(browser_at(gwynedd), council, next="/admin/account/")
    away = come(browser_at(gwynedd), council, next="https://evil.example/")

    assert there["Location"] == "/admin/account/"
    assert away["Location"] == "/admin/"


def test_an_answer_without_its_state_or_used_twice_opens_nothing(
    gwynedd, row, mari, council
):
    mine, thief = browser_at(gwynedd), browser_at(gwynedd)
    back = council.authorize(leave(mine))
    leave(thief)

    assert thief.get(BACK, back).status_code == 502
    assert mine.get(BACK, back).status_code == 302
    assert mine.get(BACK, back).status_code == 502
    assert not is_signed_in(thief)


def test_what_the_address_asks_for_beside_changes_nothing(gwynedd, row, mari, council):
    browser = browser_at(gwynedd)
    plain = parse_qs(urlsplit(leave(browser)).query)

    added = parse_qs(urlsplit(leave(browser, query=BESIDE)).query)

    assert set(added) == set(plain)
    assert added["redirect_uri"] == [f"http://{gwynedd.hostname}{BACK}"]
    assert sorted(added["scope"][0].split()) == ["email", "openid", "profile"]


@pytest.mark.parametrize("when", ["before leaving", "on the way back"])
def test_a_councils_server_that_is_down_leaves_the_other_ways_open(
    gwynedd, row, mari, council, when
):
    browser = browser_at(gwynedd)
    if when == "before leaving":
        row.issuer = "http://127.0.0.1:9"
        row.save()
        answer = browser.post(GO)
    else:
        back = council.authorize(leave(browser))
        council.answer = b"<h1>Bad gateway</h1>"
        answer = browser.get(BACK, back)
    sign_in(browser, mari.email)

    assert answer.status_code == 502
    assert "sign in with your email address and password" in answer.content.decode()
    assert is_in(browser)


def test_saying_no_at_the_council_is_no_error_of_ours(gwynedd, row, council):
    browser = browser_at(gwynedd)
    back = council.authorize(leave(browser))

    answer = browser.get(BACK, {"error": "access_denied", "state": back["state"]})

    assert answer.status_code == 502


def test_it_stands_on_no_other_authoritys_host(gwynedd, devon, row, mari, council):
    there, here = browser_at(devon), browser_at(gwynedd)
    back = council.authorize(leave(here))

    assert there.post(GO).status_code == 404
    assert there.get(BACK, back).status_code == 404
    assert "your Gwynedd account" not in there.get(LOGIN).content.decode()
    assert "your Gwynedd account" in here.get(LOGIN).content.decode()


def test_off_is_off(gwynedd, row, mari, council):
    browser = browser_at(gwynedd)
    back = council.authorize(leave(browser))
    row.is_on = False
    row.save()

    assert browser.get(BACK, back).status_code == 404
    assert browser.post(GO).status_code == 404
    assert GO not in browser.get(LOGIN).content.decode()
