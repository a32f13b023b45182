"""An officer notes a child by their link: once, without naming it, in 20 seconds."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms.journeys import spam
from forms.referrals.models import OfferLink, OfferRecord
from forms.referrals.offering.services import (
    LinkClosed,
    keep_offer,
    renew_link,
    withdraw_link,
)
from tests.referrals.offering.factories import (
    make_link,
    make_record,
    path_of,
    posted,
)

pytestmark = pytest.mark.django_db
HOSTILE = ["<script>alert(1)</script>", "=1+1", "\x00", "ŵ" * 5000, "' OR 1=1 --"]


@pytest.fixture
def authorities(two_authorities):
    return two_authorities


@pytest.fixture
def link(authorities):
    return make_link(authorities[0])


@pytest.fixture
def officer(client_at, authorities):
    return client_at(authorities[0])


def kept():
    return list(
        OfferRecord.objects.values_list("explained", "offered", "answer", "age_band")
    )


@pytest.mark.parametrize(
    ("language", "heading"),
    [("cy", "A gafodd ymwelydd ei ystyried?"), ("en", "Was a visitor considered?")],
)
def test_looking_writes_nothing_and_the_page_is_kept_nowhere(
    officer, link, language, heading
):
    with CaptureQueriesContext(connection) as asked:
        page = officer.get(path_of(link, language))

    assert heading in page.content.decode()
    assert str(timezone.localdate().year) in page.content.decode()
    assert not [q for q in asked if not q["sql"].startswith("SELECT")]
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "same-origin"
    assert path_of(link, "cy" if language == "en" else "en") in page.content.decode()
    assert "Eleri" not in page.content.decode()


def test_what_is_chosen_is_noted_with_the_link_and_the_month(officer, link):
    month = timezone.localdate().replace(day=1)

    answer = officer.post(path_of(link), posted(next_review=month.isoformat()))

    assert answer.status_code == 302
    assert kept() == [(True, True, "wants", "11-12")]
    record = OfferRecord.objects.get()
    link.refresh_from_db()
    assert (record.link, record.site, record.next_review) == (link, link.site, month)
    assert record.considered_on == timezone.localdate()
    assert link.last_used_at is not None
    assert "Thank you, it is noted" in officer.get(answer.url).content.decode()


def test_the_same_form_sent_twice_is_one_child_and_another_form_another(officer, link):
    once = posted(explained="not_yet", offered="no", answer="not_asked", age_band="")
    for said in (once, once, posted()):
        assert officer.post(path_of(link), said).status_code == 302

    assert sorted(kept()) == [
        (False, False, "not_asked", ""),
        (True, True, "wants", "11-12"),
    ]


def test_the_same_form_with_other_answers_is_asked_about_and_not_lost(officer, link):
    said = posted()
    officer.post(path_of(link), said)

    page = officer.post(path_of(link), {**said, "answer": "not_now"})

    words = page.content.decode()
    assert "This page was sent before, with other answers" in words
    assert said["key"] not in words
    assert 'value="not_now" checked' in words
    assert len(kept()) == 1


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"explained": ""}, "Choose whether it has been explained"),
        ({"offered": ""}, "Choose whether a visitor has been offered"),
        ({"answer": ""}, "Choose what the child says"),
        ({"considered_on-day": ""}, "The date must include a day"),
        ({"considered_on-year": "2999"}, "The year must"),
        ({"next_review": "2019-01-01"}, "Select"),
    ],
)
def test_what_is_missing_is_said_twice_and_what_was_chosen_stays(
    officer, link, changes, error
):
    said = posted(**changes)
    words = officer.post(path_of(link), said).content.decode()

    assert words.count(error) == 2 or error in ("The year must", "Select")
    assert "There is a problem" in words
    assert said["key"] in words
    assert kept() == []


def test_errors_are_welsh_on_the_welsh_page(officer, link):
    words = officer.post(path_of(link, "cy"), posted(answer="")).content.decode()

    assert "Mae problem" in words
    assert "Choose" not in words


def test_a_day_to_come_is_refused(officer, link):
    soon = timezone.localdate() + dt.timedelta(days=1)
    day = {
        f"considered_on-{part}": getattr(soon, part)
        for part in ("day", "month", "year")
    }

    officer.post(path_of(link), posted(**day))

    assert kept() == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_field_takes_hostile_words(officer, link, hostile):
    for name in posted():
        answer = officer.post(path_of(link), posted(**{name: hostile}))

        assert answer.status_code == 200, name
        assert "<script>alert" not in answer.content.decode()
    assert kept() == []


def test_a_link_of_another_site_an_old_one_and_a_mistyped_one_say_whom_to_ask(
    officer, client_at, authorities, link
):
    old = path_of(link)
    renew_link(link)
    link.refresh_from_db()
    new = path_of(link)
    wrong = [
        old,
        new[:-2] + "/",
        new.replace(link.row_key.hex, "0" * 32),
        "/en/services/referrals/offers/x/",
    ]
    elsewhere = client_at(authorities[1])

    answers = [officer.get(at) for at in wrong] + [elsewhere.get(new)]
    answers += [officer.post(old, posted()), elsewhere.post(new, posted())]

    assert {answer.status_code for answer in answers} == {404}
    assert {answer["X-Robots-Tag"] for answer in answers} == {"noindex"}
    for answer in answers:
        assert "This link does not work" in answer.content.decode()
        assert "ask us for a new one" in answer.content.decode()
        assert "tel:" in answer.content.decode()
    assert kept() == []
    assert officer.get(new).status_code == 200


def test_a_withdrawn_link_works_no_longer_until_there_is_a_new_one(officer, link):
    withdraw_link(link)
    assert officer.post(path_of(link), posted()).status_code == 404

    renew_link(link)
    link.refresh_from_db()
    assert officer.post(path_of(link), posted()).status_code == 302


def test_a_link_that_is_withdrawn_while_a_form_is_sent_keeps_nothing(link):
    held = OfferLink.objects.get(pk=link.pk)
    withdraw_link(link)

    facts = {"considered_on": timezone.localdate(), "explained": True, "offered": True}
    with pytest.raises(LinkClosed):
        keep_offer(
            link=held,
            key=uuid.uuid4(),
            answer="wants",
            age_band="",
            next_review=None,
            **facts,
        )

    assert kept() == []


def test_too_many_from_one_network_are_refused_with_their_answers(
    officer, link, monkeypatch
):
    monkeypatch.setitem(spam.LIMITS, "offer", (1, 10))
    officer.post(path_of(link), posted())

    answer = officer.post(path_of(link), posted(answer="objects"))

    assert answer.status_code == 429
    assert 'value="objects" checked' in answer.content.decode()
    assert len(kept()) == 1


def test_a_post_without_our_page_is_refused(authorities, link):
    strict = Client(SERVER_NAME=authorities[0].hostname, enforce_csrf_checks=True)

    assert strict.post(path_of(link), posted()).status_code == 403
    assert kept() == []


def test_an_old_form_without_its_key_is_shown_again(officer, link):
    answer = officer.post(path_of(link), posted(key=""))

    assert "please press the button once more" in answer.content.decode()
    assert kept() == []


def test_the_page_needs_the_same_queries_whatever_is_noted(officer, link):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            officer.get(path_of(link))
        return len(queries)

    asked()
    few = asked()
    for _each in range(5):
        make_record(link)

    assert asked() == few
