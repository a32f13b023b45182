"""A service's own words in the mails of an interview, each in its own case."""

import pytest

from cms.mail_words import all_editable, shown, supplied
from cms.models import MailWords
from forms.applications.interviews.booking import call_off
from forms.casework.by_person import withdraw_case
from tests.applications.interviews.interviewing import CALLED_OFF, mails

pytestmark = pytest.mark.django_db

TEXT = "{name}: {reference}, {when}.\n\n{coordinator}"
AGREED = "{name}: {reference}, {when}.\n\n{where}\n\n{language}\n\n{coordinator}"


@pytest.fixture
def write(gwynedd):
    """Save Welsh words of a mail at Gwynedd."""

    def written(mail, subject, text):
        MailWords.objects.create(
            site=gwynedd,
            mail=f"applications/{mail}",
            language="cy",
            subject=f"{subject} ({{reference}})",
            text=text,
        )

    return written


def test_an_invitation_and_a_change_have_words_of_their_own(write, book, case):
    write("interview", "Dewch", AGREED)
    write("interview:is_change", "Wedi newid", AGREED)

    book(way="phone", where="07700 900123")
    book(way="online", where="https://cwrdd.example/a1", language="")

    invitation, change = mails()
    assert invitation.subject == f"Dewch ({case.reference})"
    assert change.subject == f"Wedi newid ({case.reference})"
    assert (
        f"{case.display_name}: {case.reference}, dydd Mawrth 4 Mai 2027 am 14:00."
        in (invitation.body)
    )
    assert "Sut: byddwn yn eich ffonio ar y rhif 07700 900123" in invitation.body
    assert "Bydd y cyfweliad yn Gymraeg." in invitation.body
    assert "Ar-lein: https://cwrdd.example/a1" in change.body
    assert "Pa iaith yr hoffech" in change.body
    assert "Gethin" in change.body


def test_what_is_called_off_and_what_has_ended_have_words_of_their_own(
    write, book, case, coordinator
):
    write("interview_off:goes_on", "Rywbryd eto", TEXT)
    write("interview_off", "Ar ben", TEXT)
    book()
    call_off(case=case, by=coordinator)
    case.refresh_from_db()
    book()
    case.refresh_from_db()

    withdraw_case(case=case)

    off, ended = mails(CALLED_OFF)
    assert off.subject == f"Rywbryd eto ({case.reference})"
    assert ended.subject == f"Ar ben ({case.reference})"
    assert "\n\nGethin" in off.body


def test_nobody_on_the_staff_signs_what_an_applicant_ended_by_themselves(book, case):
    book()
    case.refresh_from_db()

    withdraw_case(case=case)

    [message] = mails(CALLED_OFF)
    assert "Cofion gorau,\nYmwelwyr Annibynnol Gwynedd" in message.body


def test_each_is_previewed_with_every_place_filled_in_both_languages(gwynedd):
    interview_mails = [
        mail for key, mail in all_editable().items() if "/interview" in key
    ]
    assert len(interview_mails) == 4
    for mail in interview_mails:
        words = {code: supplied(mail, code) for code in ("en", "cy")}
        parts = shown(gwynedd, mail, words)
        assert [part.language for part in parts] == ["cy", "en"]
        for part in parts:
            assert "{" not in part.subject + part.text
        assert "{when}" in words["cy"].text
        assert all(str(p) in words["en"].text for p in mail.places if p.required)
