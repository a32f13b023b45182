"""What happens to a case, and what is refused."""

from uuid import uuid4

import pytest
from django.db import connection

from cms.models import OutboundEmail
from forms.casework.errors import (
    NoAddress,
    NothingWritten,
    NotStaff,
)
from forms.casework.flags import Flag
from forms.casework.models import Case, CaseMail, Note
from forms.casework.services import (
    assign_case,
    caseworkers,
    mail_person,
    move_case,
    write_note,
)
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(two_authorities):
    return make_case(two_authorities[0])


@pytest.fixture
def mari(two_authorities):
    return make_staff(two_authorities[0], "coordinator", first_name="Mari")


def test_a_new_case_keeps_what_was_sent(two_authorities):
    gwynedd, _devon = two_authorities

    case = Case.objects.get(pk=make_case(gwynedd, flags=["worry"]).pk)

    assert (case.site, case.kind, case.stage) == (gwynedd, "applications", "submitted")
    assert case.display_name == "Siân Wyn ap Huw"
    assert case.answers[0]["answer"] == "Rwy'n hoffi pysgota."
    assert case.reference.startswith("GWY-")
    assert case.is_flagged
    assert case.reasons == ["They would like someone to ring them about a worry."]


def test_a_flag_of_a_plugins_own_keeps_its_reason(two_authorities):
    case = make_case(two_authorities[0], flags=[Flag("odd", "It is odd.")])

    assert case.flags == [{"code": "odd", "en": "It is odd.", "cy": "It is odd."}]


def test_nothing_of_the_person_stands_open_in_the_database(case, mari):
    write_note(case=case, text="Siân likes fishing", by=mari)
    move_case(case=case, to="screening", by=mari, why="Siân rang")

    with connection.cursor() as cursor:
        rows = []
        for table in ("casework_case", "casework_note", "casework_stagemove"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  (names above)
            rows += cursor.fetchall()

    assert not [row for row in rows for part in ("Siân", "900123") if part in str(row)]


def test_the_service_is_told_the_reference_alone(two_authorities):
    case = make_case(two_authorities[0])

    mail = OutboundEmail.objects.get()

    assert (mail.to, mail.template) == ("iv@gwynedd.example", "casework/new_case")
    assert set(mail.context["en"]) == {"reference", "urgent", "url"}
    assert mail.context["en"]["urgent"] == []
    assert mail.context["en"]["reference"] == case.reference
    assert mail.language == "both"


def test_only_caseworkers_of_the_service_can_have_a_case(two_authorities, case, mari):
    gwynedd, devon = two_authorities
    manager = make_staff(gwynedd, "manager")
    editor = make_staff(gwynedd, "editor")
    stranger = make_staff(devon, "coordinator")

    assert set(caseworkers(gwynedd)) == {mari, manager}
    assign_case(case=case, to=manager, by=mari)
    for other in (editor, stranger):
        with pytest.raises(NotStaff):
            assign_case(case=case, to=other, by=mari)
    case.refresh_from_db()
    assert case.assignee == manager


def test_giving_a_case_twice_is_one_entry(case, mari):
    first = assign_case(case=case, to=mari, by=mari)
    second = assign_case(case=case, to=mari, by=mari)
    assign_case(case=case, to=None, by=mari)

    assert (first.to, second) == (mari, None)
    assert [a.to for a in case.assignments.all()] == [mari, None]


def test_a_note_sent_twice_is_written_once(case, mari):
    token = uuid4()
    for _click in range(2):
        write_note(case=case, text=" Rang her. ", by=mari, token=token)

    assert [note.text for note in Note.objects.all()] == ["Rang her."]
    with pytest.raises(NothingWritten):
        write_note(case=case, text="  ", by=mari)


def test_a_mail_goes_in_the_language_of_the_person_and_once(case, mari):
    token = uuid4()
    for _click in range(2):
        mail_person(
            case=case,
            by=mari,
            letter="ring",
            subject="Gawn ni",
            body="Helo",
            token=token,
        )

    sent = CaseMail.objects.get()
    assert (sent.mail.language, sent.mail.to) == ("cy", "sian@post.example")
    assert sent.mail.context["cy"] == {
        "subject": "Gawn ni",
        "body": "Helo",
        "reference": case.reference,
    }
    assert sent.mail.case_reference == case.reference


def test_without_an_address_there_is_no_mail(two_authorities, mari):
    case = make_case(two_authorities[0], email="")

    with pytest.raises(NoAddress):
        mail_person(case=case, by=mari, letter="ring", subject="a", body="b")
    assert not CaseMail.objects.exists()
