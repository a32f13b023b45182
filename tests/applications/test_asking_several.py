"""Several applicants are asked for the second part, each by a link of their own."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from forms.applications.letters import SECOND_PART
from forms.applications.models import Application
from forms.casework.letters import words_of
from forms.casework.together import bare
from forms.journeys.models import Draft
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db

LINKED = re.compile(r"/parhau/([\w-]{43})/|/resume/([\w-]{43})/")


@pytest.fixture
def applicants(gwynedd):
    """Two who have sent the first part, one who has sent all, one who only rang."""
    cases = [
        make_case(
            gwynedd, display_name=name, email=f"{name}@x.example", language=speaks
        )
        for name, speaks in (
            ("un", "cy"),
            ("dau", "en"),
            ("tri", "cy"),
            ("pedwar", "cy"),
        )
    ]
    for case in cases[:3]:
        Application.objects.create(
            site=gwynedd,
            case=case,
            language=case.language,
            started_at=timezone.now(),
            has_second_part=case is cases[2],
        )
    return cases


def write(staff, cases, deed, **changes):
    data = {"case": [case.pk for case in cases], "deed": deed, "letter": "second_part"}
    for language in ("cy", "en"):
        words = words_of(SECOND_PART, cases[0].site, "applications", language)
        written = bare(words, language, asks_language=False)
        data |= {
            f"subject_{language}": written.subject,
            f"body_{language}": written.body,
        }
    said = {**data, "token": str(uuid4()), **changes}
    return staff.post(url("several_letters"), said)


def sent():
    return {m.to: m for m in OutboundEmail.objects.filter(template="casework/letter")}


def test_the_letter_is_offered_and_comes_with_its_open_link(staff, applicants):
    chosen = {"case": [applicants[0].pk], "deed": "fill", "start": "second_part"}

    page = staff.post(url("several_letters"), chosen).content.decode()

    assert '<option value="second_part" selected>' in page
    assert page.count("{link}\n") == 2
    assert "{coordinator} {link}" in page


def test_the_preview_says_who_cannot_be_asked_and_makes_no_link(staff, applicants):
    page = write(staff, applicants, "preview").content.decode()

    assert "These people get it</h2>" not in page
    assert "These people get it (2)" in page
    assert "The second part has come already." in page
    assert "The first part has not come yet." in page
    assert "each person gets an address of their own" in page
    assert not Draft.objects.exists()


def test_each_gets_a_link_of_their_own_once(staff, applicants):
    token = str(uuid4())
    write(staff, applicants, "do", token=token)
    write(staff, applicants, "do", token=token)
    send_due()

    mails = sent()
    links = {LINKED.search(mail.text).group() for mail in mails.values()}
    assert set(mails) == {"un@x.example", "dau@x.example"}
    assert len(links) == 2
    assert all(link.startswith(("/parhau/", "/resume/")) for link in links)
    assert {draft.adds_to for draft in Draft.objects.all()} == {
        case.reference for case in applicants[:2]
    }


@pytest.mark.parametrize("body", ["Helo {name}", "{link} {link}"])
def test_a_letter_that_lacks_its_link_is_not_sent(staff, applicants, body):
    answer = write(staff, applicants, "do", body_cy=body)

    assert "Leave {link} once in the letter" in answer.content.decode()
    assert sent() == {}


def test_a_letter_without_links_has_no_place_for_one(staff, applicants):
    answer = write(staff, applicants, "do", letter="own")

    assert "Nothing is known that could stand for {link}." in answer.content.decode()
    assert sent() == {}
