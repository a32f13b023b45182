"""After sending, applicants see where they stand and change what is theirs."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from forms.casework.following import LINK_LIFE
from forms.casework.models import Case, StageMove
from forms.casework.moving import move_case
from forms.casework.usual_wait import FEWEST
from forms.journeys import spam
from sites.models import Authority, FormTerms, Opening, Service
from tests.applications.after_sending import (
    BASE,
    ask,
    browser,
    case,
    mails,
    nothing_counted,
    path,
    text,
    timeline,
)
from tests.casework.factories import make_case
from tests.factories import make_service

__all__ = ["browser", "case", "nothing_counted"]

pytestmark = pytest.mark.django_db
ASKED = "If the number and the address match what you gave us, we have sent you a link."
QUERIES = 12


def test_the_link_is_mailed_and_opens_the_page_in_their_language(gwynedd, browser):
    case = make_case(gwynedd)

    ask(browser, case.reference.lower().replace("-", " "), "SIAN@post.example")
    send_due()

    mail = mails("status_link").get()
    assert (mail.to, mail.language) == ("sian@post.example", "cy")
    assert "sian" not in mail.subject.lower()
    found = re.search(r"/cy/gwneud-cais/ble-mae-pethau/[\w-]{40,}/", mail.text)
    page = Client(SERVER_NAME=gwynedd.hostname).get(found.group())
    assert page.status_code == 200
    assert "Mae eich cais gennym ni" in text(page)
    assert case.reference in text(page)


def test_the_question_shows_what_references_of_this_service_look_like(devon, gwynedd):
    pages = {
        site: Client(SERVER_NAME=site.hostname).get(f"{BASE['en']}where-it-stands/")
        for site in (devon, gwynedd)
    }

    for site, page in pages.items():
        prefix = make_case(site).reference.partition("-")[0]
        assert f"like {prefix}-7KM-4R2X." in text(page)
    assert text(pages[devon]) != text(pages[gwynedd])


@pytest.mark.parametrize(
    ("reference", "contact"),
    [
        ("GWY-222-2222", "sian@post.example"),
        ("not one", "sian@post.example"),
        (None, "else@post.example"),
        (None, "07700 900123"),  # They have an address: it is the one that counts.
    ],
)
def test_everybody_is_answered_alike(browser, case, reference, contact):
    right = ask(browser, case.reference, case.email)
    mails("status_link").delete()

    wrong = ask(browser, reference or case.reference, contact)

    assert ASKED in text(wrong)
    assert (wrong.status_code, text(wrong)) == (right.status_code, text(right))
    assert not mails("status_link").exists()


def test_whoever_has_no_email_is_rung_once_a_day(gwynedd, browser):
    case = make_case(gwynedd, email="")

    for number in ("+44 7700 900123", "07700900123", "07700 900999"):
        assert ASKED in text(ask(browser, case.reference, number))

    assert timeline(case) == [
        "They ask where their form stands and have no e-mail: please ring"
    ]
    assert mails("person_acted").exists()


def test_one_person_gets_three_links_an_hour(browser, case):
    for _ in range(5):
        assert ASKED in text(ask(browser, case.reference, case.email))

    assert mails("status_link").count() == 3


def test_too_many_tries_are_told_to_wait(browser, case, monkeypatch):
    monkeypatch.setitem(spam.LIMITS, "ask", (0, 99))

    answer = ask(browser, case.reference, case.email)

    assert answer.status_code == 429
    assert "There have been too many tries from your network." in text(answer)


def test_it_says_how_things_stand_and_nobody_may_keep_or_list_the_page(browser, case):
    move_case(case=case, to="screening", by=None)

    page = browser.get(path(case))

    assert "We are reading your application and talking to you." in text(page)
    assert "If we both want to go on, we invite you" in text(page)
    assert "You will hear from us by" in text(page)
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    title = re.search(r"<title>(.*?)</title>", page.content.decode(), re.DOTALL)
    assert case.reference not in title.group(1)
    assert case.display_name not in page.content.decode()


def test_a_day_that_has_passed_is_not_hidden(browser, case):
    Case.objects.update(answer_by=timezone.localdate() - timedelta(days=3))

    assert "You should have heard from us by" in text(browser.get(path(case)))


def old(case):
    return path(case, at=timezone.now() - LINK_LIFE - timedelta(minutes=1))


def forged(case):
    return path(case)[:-2] + "x/"


def erased(case):
    where = path(case)
    Case.objects.all().delete()
    return where


def of_a_young_person(case):
    Case.objects.update(from_young=True)
    return path(case)


def of_another_service(case):
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    return path(make_case(devon))


@pytest.mark.parametrize(
    "link", [old, forged, erased, of_a_young_person, of_another_service]
)
@pytest.mark.parametrize("posting", [False, True])
def test_a_link_that_opens_nothing_leads_to_a_new_one(browser, case, link, posting):
    where = link(case).replace(
        "where-it-stands", "withdraw" if posting else "your-details"
    )

    answer = browser.post(where, {}) if posting else browser.get(where)

    assert answer.status_code == 404
    assert "Ask for a new link" in text(answer)
    assert 'href="/en/apply/where-it-stands/"' in answer.content.decode()
    assert not StageMove.objects.exists()


@pytest.mark.parametrize(
    "screen", ["where-it-stands", "withdraw", "your-details", "change-languages"]
)
def test_looking_changes_nothing(browser, case, screen):
    before = list(Case.objects.values())

    assert browser.get(path(case, screen)).status_code == 200

    assert list(Case.objects.values()) == before
    assert not case.additions.exists()
    assert not mails("person_acted").exists()


def test_a_closed_form_still_shows_where_things_stand(gwynedd, browser, case):
    closed = FormTerms(state=Opening.CLOSED)
    service = Service.objects.get(site=gwynedd)
    service.set_terms("applications", closed)
    service.save()

    assert browser.get(path(case)).status_code == 200
    assert browser.get(f"{BASE['en']}where-it-stands/").status_code == 200


def test_a_form_with_an_old_token_keeps_nothing(gwynedd, case):
    strict = Client(SERVER_NAME=gwynedd.hostname, enforce_csrf_checks=True)

    answer = strict.post(path(case, "withdraw"), {"reason": "moved", "why": ""})

    assert "please press the button once more" in text(answer)
    assert not StageMove.objects.exists()


def test_confirmation_and_mail_say_where_to_ask(applicant):
    applicant.answer_part_one()
    applicant.send()

    page = applicant.look("sent")
    send_due()

    assert 'href="/en/apply/where-it-stands/"' in page.content.decode()
    mail = OutboundEmail.objects.get(template="applications/received")
    assert "/cy/gwneud-cais/ble-mae-pethau/" in mail.text


def test_the_page_costs_the_same_however_much_has_happened(gwynedd, browser, case):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(path(case)).status_code == 200
        return len(captured)

    asked()
    few = asked()
    for _ in range(FEWEST):
        move_case(case=make_case(gwynedd), to="screening", by=None)

    assert asked() == few <= QUERIES
