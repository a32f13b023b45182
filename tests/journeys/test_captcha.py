"""reCAPTCHA tells staff what to look at. Whatever Google does, what is sent is kept."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms.casework.flags import KNOWN
from forms.casework.models import Case
from forms.journeys.asking_google import Verdict
from sites.models import Service
from tests.journeys.google import google_here

pytestmark = pytest.mark.django_db
TOKEN = {"g-recaptcha-response": "a-token"}
SCORED = {"captcha": "a-token"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("google")
    with google_here(folder) as google:
        yield google, folder / "trusted.pem"


@pytest.fixture
def google(server, settings, monkeypatch):
    """A Google that says yes at once, where our settings look for Google."""
    google, certificate = server
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    settings.RECAPTCHA_DOMAIN = google.domain
    google.answer, google.status = {"success": True}, 200
    google.slow = google.dripping = False
    google.asked.clear()
    google.told = 0
    return google


@pytest.fixture
def ready(applicant):
    """Somebody who took their time over the first part."""
    with time_machine.travel(timezone.now() - timedelta(minutes=5)):
        applicant.answer("your-language")
    applicant.answer_part_one()
    return applicant


@pytest.fixture
def with_keys(gwynedd):
    Service.objects.filter(site=gwynedd).update(
        recaptcha_public_key="public-key", recaptcha_private_key="private-key"
    )


@pytest.fixture
def with_scores(with_keys):
    Service.objects.update(recaptcha_version="v3")


def flags():
    return [flag["code"] for flag in Case.objects.get().flags]


def sent(answer):
    return answer.headers["Location"] == "/en/apply/sent/"


def test_there_is_no_captcha_without_keys(ready):
    assert b"recaptcha" not in ready.look("check").content


def test_a_site_with_keys_shows_the_captcha_in_the_pages_language(ready, with_keys):
    english = ready.look("check").content.decode()
    welsh = ready.look("check", "cy").content.decode()

    assert "recaptcha/api.js?hl=en" in english
    assert "recaptcha/api.js?hl=cy" in welsh
    assert 'data-sitekey="public-key"' in english
    assert "<script>" not in english
    assert "recaptcha" not in ready.look("postcode").content.decode()


def test_version_3_shows_nothing_to_tick_in_the_pages_language(ready, with_scores):
    english = ready.look("check").content.decode()
    welsh = ready.look("check", "cy").content.decode()

    assert "recaptcha/api.js?hl=en&amp;render=public-key" in english
    assert "recaptcha/api.js?hl=cy&amp;render=public-key" in welsh
    assert 'data-sitekey="public-key" data-action="send"' in english
    assert "g-recaptcha" not in english
    assert "<script>" not in english


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_only_the_page_with_the_captcha_lets_google_in(ready, with_keys, version):
    Service.objects.update(recaptcha_version=version)
    check, step = ready.look("check"), ready.look("postcode")
    nonce = re.search(r'api.js[^>]+nonce="([^"]+)"', check.content.decode())[1]

    policy = check.headers["Content-Security-Policy"]
    assert f"'nonce-{nonce}'" in policy
    assert (
        "https://www.google.com" in policy.partition("frame-src ")[2].partition(";")[0]
    )
    assert "google" not in step.headers["Content-Security-Policy"]


def test_google_is_asked_with_the_services_own_key(ready, with_keys, google):
    assert sent(ready.send(**TOKEN))

    [asked] = google.asked
    assert asked == {
        "secret": "private-key",
        "response": "a-token",
        "remoteip": "127.0.0.1",
    }


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({"success": True}, []),
        ({"success": False}, ["captcha_failed"]),
        (
            {"success": False, "error-codes": ["invalid-input-response"]},
            ["captcha_failed"],
        ),
        (
            {"success": False, "error-codes": ["timeout-or-duplicate"]},
            ["captcha_too_old"],
        ),
        ({"success": False, "error-codes": ["invalid-input-secret"]}, ["captcha_keys"]),
        ({"nothing": "we know"}, ["captcha_unreachable"]),
        (["not", "an", "answer"], ["captcha_unreachable"]),
    ],
)
def test_what_google_says_is_noted_and_the_application_kept(
    ready, with_keys, google, answer, found
):
    google.answer = answer

    assert sent(ready.send(**TOKEN))
    assert flags() == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({"success": True, "action": "send", "score": 0.9}, []),
        ({"success": True, "action": "send", "score": 0.5}, []),
        ({"success": True, "action": "send", "score": 0.4}, ["captcha_doubtful"]),
        ({"success": True, "action": "send"}, ["captcha_doubtful"]),
        ({"success": True, "action": "login", "score": 0.9}, ["captcha_failed"]),
        ({"success": False}, ["captcha_failed"]),
    ],
)
def test_version_3_is_judged_by_its_score_and_for_its_own_purpose(
    ready, with_scores, google, answer, found
):
    google.answer = answer

    assert sent(ready.send(**SCORED))
    assert flags() == found


@pytest.mark.parametrize("how", ["slow", "dripping"])
def test_nobody_waits_for_a_slow_google(ready, with_keys, google, settings, how):
    assert settings.RECAPTCHA_DEADLINE <= 2
    settings.RECAPTCHA_DEADLINE = 0.5
    setattr(google, how, True)
    google.answer = {"success": True, "hostname": "x" * 50}

    assert sent(ready.send(**TOKEN))
    assert flags() == ["captcha_unreachable"]
    # It is stored, and Google has still not said all that it has to say.
    assert google.told == 0


def test_a_google_that_fails_is_no_reason_to_refuse(ready, with_keys, google):
    google.status = 503

    assert sent(ready.send(**TOKEN))
    assert flags() == ["captcha_unreachable"]


def test_a_google_that_is_down_is_no_reason_to_refuse(ready, with_keys, settings):
    settings.RECAPTCHA_DOMAIN = "localhost:1"

    assert sent(ready.send(**TOKEN))
    assert flags() == ["captcha_unreachable"]


def test_a_google_that_is_somebody_else_is_not_believed(
    ready, with_keys, google, monkeypatch
):
    monkeypatch.delenv("SSL_CERT_FILE")

    assert sent(ready.send(**TOKEN))
    assert (flags(), google.asked) == (["captcha_unreachable"], [])


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_a_blocked_script_is_told_apart_from_a_google_that_is_down(
    ready, with_keys, google, version
):
    Service.objects.update(recaptcha_version=version)

    assert sent(ready.send())
    assert (flags(), google.asked) == (["captcha_missing"], [])


def test_every_verdict_has_a_reason_that_staff_can_read():
    codes = {flag.code for flag in KNOWN}

    assert {verdict.value for verdict in Verdict} - {""} <= codes
