"""What happens to a case, and what is refused."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from cms.models import OutboundEmail
from forms.casework.errors import (
    MovedMeanwhile,
    MoveNotAllowed,
    NoAddress,
    NothingWritten,
    NotStaff,
    ReasonMissing,
)
from forms.casework.flags import Flag
from forms.casework.models import Case, CaseMail, Note, StageMove
from forms.casework.services import (
    assign_case,
    caseworkers,
    mail_person,
    move_case,
    write_note,
)
from forms.casework.stages import MOVES, Stage
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

    assert (case.site, case.kind, case.stage) == (gwynedd, "applications", "new")
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
    move_case(case=case, to="talking", by=mari, why="Siân rang")

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


def test_declared_moves_are_made_and_counted(case, mari):
    for to in ("talking", "checks", "ready"):
        move_case(case=case, to=to, by=mari, why=f"to {to}")
    move_case(case=case, to="closed", by=mari, closed_reason="done")

    moves = [
        (m.sequence, m.from_stage, m.to_stage, m.why) for m in case.stagemoves.all()
    ]
    assert moves == [
        (1, "new", "talking", "to talking"),
        (2, "talking", "checks", "to checks"),
        (3, "checks", "ready", "to ready"),
        (4, "ready", "closed", ""),
    ]
    case.refresh_from_db()
    assert (case.stage, case.closed_reason) == ("closed", "done")


def test_a_closed_case_reopens_without_its_reason(case, mari):
    move_case(case=case, to="closed", by=mari, closed_reason="not_now")
    move_case(case=case, to="talking", by=mari)

    case.refresh_from_db()
    assert (case.stage, case.closed_reason) == ("talking", "")


@pytest.mark.parametrize(
    ("from_stage", "to_stage"),
    [(a, b) for a in Stage for b in Stage if (a, b) not in MOVES],
)
def test_no_other_move_is_made_by_service_or_database(case, mari, from_stage, to_stage):
    reason = "done" if from_stage == "closed" else ""
    Case.objects.filter(pk=case.pk).update(stage=from_stage, closed_reason=reason)
    case.refresh_from_db()

    with pytest.raises(MoveNotAllowed):
        move_case(case=case, to=to_stage, by=mari, closed_reason="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        StageMove.objects.create(
            case=case, sequence=1, from_stage=from_stage, to_stage=to_stage
        )


def test_the_same_sequence_is_refused_by_the_database(case, mari):
    move_case(case=case, to="talking", by=mari)

    with pytest.raises(IntegrityError), transaction.atomic():
        StageMove.objects.create(
            case=case, sequence=1, from_stage="talking", to_stage="checks"
        )


def test_closing_takes_a_reason(case, mari):
    with pytest.raises(ReasonMissing):
        move_case(case=case, to="closed", by=mari)
    assert case.stagemoves.count() == 0


def test_who_saw_an_older_stage_is_told(case, mari):
    move_case(case=case, to="talking", by=mari)

    with pytest.raises(MovedMeanwhile):
        move_case(case=case, to="closed", by=mari, closed_reason="done", seen="new")


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
