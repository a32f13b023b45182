"""Spam is flagged and never dropped; people are never asked to prove anything."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cms.client_address import address_of
from forms.casework.models import Case
from forms.journeys import spam
from forms.journeys.models import Draft, Receipt

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(applicant):
    """Somebody who took their time over the first part."""
    with time_machine.travel(timezone.now() - timedelta(minutes=5)):
        applicant.answer("your-language")
    applicant.answer_part_one()
    return applicant


def flags():
    return [flag["code"] for flag in Case.objects.get().flags]


def test_an_ordinary_application_carries_no_flag(ready):
    ready.send()

    assert flags() == []


def test_a_filled_honeypot_is_accepted_and_flagged(ready):
    ready.send(**{spam.HONEYPOT: "http://spam.example"})

    assert flags() == ["honeypot"]


def test_a_honeypot_filled_on_a_step_is_flagged_too(ready):
    ready.answer("hearing-about-us", heard="radio", **{spam.HONEYPOT: "x"})
    ready.send()

    assert flags() == ["honeypot"]


def test_what_is_sent_within_seconds_is_accepted_and_flagged(applicant):
    applicant.answer_part_one()
    applicant.send()

    assert flags() == ["too_fast"]


def test_the_clock_cannot_be_set_by_whoever_fills_in(applicant):
    forged = (timezone.now() - timedelta(hours=1)).isoformat()
    applicant.answer("your-language", shown=forged + ":forged")

    assert timezone.now() - Draft.objects.get().started_at < timedelta(minutes=1)


def test_too_many_sends_from_one_address_get_a_clear_page_and_lose_nothing(
    ready, monkeypatch
):
    monkeypatch.setitem(spam.LIMITS, "send", (0, 99))

    answer = ready.send()

    assert answer.status_code == 429
    assert b"wait an hour" in answer.content
    assert Receipt.objects.count() == 0
    assert Draft.objects.get().answers["name"] == "Siân Ŵyn"


def test_a_crowd_on_one_site_is_slowed_down(ready, monkeypatch):
    monkeypatch.setitem(spam.LIMITS, "send", (99, 0))

    assert ready.send().status_code == 429


def test_too_many_beginnings_keep_what_was_typed_on_the_page(applicant, monkeypatch):
    monkeypatch.setitem(spam.LIMITS, "begin", (0, 99))

    answer = applicant.answer("your-language")

    assert answer.status_code == 429
    assert answer.content.decode().count("checked") == 2
    assert Draft.objects.count() == 0


KEPT = {"en": "Your answers are kept.", "cy": "Mae eich atebion wedi’u cadw."}
UNKEPT = {"en": "Nothing has been kept yet.", "cy": "Nid oes dim wedi’i gadw eto."}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_crowded_page_says_truly_whether_anything_is_kept(
    ready, another, monkeypatch, language
):
    for doing in ("begin", "send", "mail"):
        monkeypatch.setitem(spam.LIMITS, doing, (0, 99))
    save = {"email": "sian@post.example"}

    begun = another().answer("your-language", language).content.decode()
    later = [ready.send(language), ready.post("save", save, language)]

    assert (KEPT[language] in begun, UNKEPT[language] in begun) == (False, True)
    for page in (answer.content.decode() for answer in later):
        assert (KEPT[language] in page, UNKEPT[language] in page) == (True, False)


def test_a_proxys_word_counts_only_where_a_proxy_is_set(rf, settings):
    request = rf.get("/", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7")

    settings.SECURE_PROXY_SSL_HEADER = None
    alone = address_of(request)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert alone == "127.0.0.1"
    assert address_of(request) == "198.51.100.7"
