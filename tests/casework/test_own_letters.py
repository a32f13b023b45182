"""A service's own words in the letters that a coordinator starts from."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from cms.mail_words import all_editable, faults_of_text, supplied
from cms.models import MailWords, OutboundEmail
from forms.applications.letters import APPLY
from forms.casework.letters import RING, write_letter
from tests.casework.factories import MARKER, make_case, url

pytestmark = pytest.mark.django_db

OURS = "Shwmae {name}, gair o {service}.\n\n{and_language}\n\n{coordinator}"


@pytest.fixture
def write(gwynedd):
    """Save Welsh words of a letter of an inbox of Gwynedd."""

    def written(mail, text, subject="Galwad ({reference})"):
        MailWords.objects.create(
            site=gwynedd, mail=mail, language="cy", subject=subject, text=text
        )

    return written


@pytest.fixture
def told():
    """A letter in Welsh for a case."""

    def letter(one, case, asks=True):
        return write_letter(
            one,
            case,
            service="Ymwelwyr",
            coordinator="Mari",
            language="cy",
            asks_language=asks,
        )

    return letter


def shown(client, case):
    """The letter as the coordinator reads it: its fields, and the other language."""
    page = BeautifulSoup(client.get(url("letter", case.pk, "ring")).text, "html.parser")
    form = page.find("textarea", attrs={"name": "body"}).find_parent("form")
    return form, page


def test_a_coordinator_starts_from_the_service_s_words_and_may_still_alter_them(
    staff, case, write
):
    write("applications/letter_ring", OURS)
    form, page = shown(staff, case)
    body = form.find("textarea", attrs={"name": "body"}).text.strip()
    assert body.startswith(f"Shwmae {MARKER}, gair o Ymwelwyr Annibynnol Gwynedd.")
    assert "\n\nDywedwch hefyd a hoffech siarad yn Gymraeg" in body
    assert body.endswith("Gethin")
    assert "Can we ring you?" in page.get_text()  # English goes on as supplied.

    staff.post(
        url("letter", case.pk, "ring"),
        {
            "token": str(uuid4()),
            "written_in": "cy",
            "subject": "Galwad",
            "body": body.replace("Shwmae", "Annwyl"),
        },
    )

    mail = OutboundEmail.objects.get(template="casework/letter")
    assert mail.context["cy"]["body"].startswith(f"Annwyl {MARKER}")


def test_words_to_applicants_are_not_said_to_those_who_ask_for_a_visitor(
    gwynedd, case, write, told
):
    write("applications/letter_ring", OURS)
    request = make_case(gwynedd, kind="referrals")

    assert told(RING, case).subject == f"Galwad ({case.reference})"
    assert told(RING, request).subject == f"Gawn ni eich ffonio? ({request.reference})"

    write("referrals/letter_ring", "Annwyl {name}: {reference}{and_language}")
    assert told(RING, request, asks=False).body == (
        f"Annwyl {request.display_name}: {request.reference}"
    )


def test_what_is_not_asked_leaves_no_gap(case, write, told):
    write("applications/letter_ring", OURS)

    body = told(RING, case, asks=False).body

    assert body == f"Shwmae {MARKER}, gair o Ymwelwyr.\n\nMari"


def test_nothing_that_a_name_brings_is_a_place_and_the_link_stays_open(
    gwynedd, write, told
):
    odd = make_case(gwynedd, display_name="{link} {coordinator}")
    write("applications/letter_apply", "{name}\n\n{link}")

    assert told(APPLY, odd).body == "{link} {coordinator}\n\n{link}"


def test_several_people_are_written_to_in_the_service_s_words(staff, case, write):
    write("applications/letter_ring", OURS)

    answer = staff.post(
        url("several_letters"), {"case": [case.pk], "deed": "start", "start": "ring"}
    )

    body = answer.context["form"]["body_cy"].value()
    assert body.startswith("Shwmae {name}, gair o {service}.\n\nDywedwch hefyd")
    assert "Can we ring you?" in answer.context["form"]["subject_en"].value()


def test_the_letters_of_a_request_have_no_place_for_the_child():
    letters = [
        mail for key, mail in all_editable().items() if "referrals/letter" in key
    ]
    assert len(letters) == 4
    for mail in letters:
        names = {place.name for place in mail.all_places}
        assert names <= {
            "name",
            "reference",
            "service",
            "coordinator",
            "and_language",
            "link",
        }
        assert "child" in str(mail.sent)
        assert list(faults_of_text(mail, supplied(mail, "cy").text)) == []
        assert list(faults_of_text(mail, "{child}")) != []
