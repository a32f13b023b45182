"""What applicants see of a service's own questions and words, and what is kept."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forms.applications.models import Application
from forms.casework.models import Case
from forms.casework.spreadsheet import CaseTable
from forms.journeys.models import Draft
from forms.journeys.questions.content import Kind, Said
from tests.journeys.own_questions import CAR, DRIVES, WALKS, publish_form
from tests.journeys.walking import PART_ONE, Applicant

pytestmark = pytest.mark.django_db
BEFORE = [slug for slug in PART_ONE if slug != "send-or-go-on"]


def answer_up_to_own(applicant, language="en"):
    for slug in BEFORE:
        last = applicant.answer(slug, language)
    return last


def test_own_questions_are_asked_in_their_place_and_kept_in_order(gwynedd, applicant):
    publish_form(gwynedd, DRIVES, CAR)

    first = answer_up_to_own(applicant, "cy")
    asked = applicant.look("cwestiwn-1", "cy").content.decode()
    second = applicant.answer("cwestiwn-1", "cy", own_1="yes")
    third = applicant.answer("cwestiwn-2", "cy", own_2="a2")
    applicant.answer("send-or-go-on", "cy")
    check = applicant.look("check", "cy").content.decode()
    applicant.send("cy")

    assert first["Location"] == applicant.path("cwestiwn-1", "cy")
    assert "Ydych chi’n gyrru?" in asked
    assert "Nac ydw" in asked
    assert second["Location"] == applicant.path("cwestiwn-2", "cy")
    assert third["Location"] == applicant.path("send-or-go-on", "cy")
    assert "Car rhywun arall" in check
    rows = Case.objects.get().answers
    own = [row for row in rows if row["key"].startswith("own_")]
    assert [(row["question"], row["answer"], row["value"]) for row in own] == [
        ("Ydych chi’n gyrru?", "Ydw", True),
        ("Car pwy ydyw?", "Car rhywun arall", "a2"),
    ]
    assert own[1]["question_en"] == "Whose car is it?"
    assert own[1]["answer_en"] == "Somebody else’s"
    assert own[0]["section"] == "Chi ac ymweld"
    kept = Application.objects.get().answers
    assert (kept["own_1"], kept["own_2"]) == (True, "a2")


def test_a_question_whose_condition_fails_is_neither_asked_nor_sent(gwynedd, applicant):
    publish_form(gwynedd, DRIVES, CAR)
    answer_up_to_own(applicant)
    applicant.answer("question-1", own_1="yes")
    applicant.answer("question-2", own_2="a1")
    after = applicant.answer("question-1", own_1="no")
    applicant.answer("send-or-go-on")
    asked = applicant.look("question-2")
    applicant.send()

    assert after["Location"] == applicant.path("send-or-go-on")
    assert asked.status_code == 302
    assert "own_2" not in Application.objects.get().answers


def test_what_is_wrong_is_said_at_the_field_and_above_in_the_pages_language(
    gwynedd, applicant
):
    number = replace(
        DRIVES, kind=Kind.NUMBER, pair="", label=Said(en="How many?", cy="Faint?")
    )
    publish_form(gwynedd, number)
    answer_up_to_own(applicant, "cy")

    wrong = applicant.answer("cwestiwn-1", "cy", own_1="deg").content.decode()

    assert wrong.count("Rhowch rif cyfan, fel 12") == 2
    assert 'href="#id_own_1"' in wrong
    assert 'value="deg"' in wrong


def test_a_draft_goes_on_with_its_version_and_a_new_one_takes_the_newest(
    gwynedd, applicant, another
):
    publish_form(gwynedd, DRIVES, contact=Said(en="Old words", cy="Hen eiriau"))
    for slug in BEFORE[:5]:
        applicant.answer(slug)
    changed = replace(DRIVES, label=Said(en="Can you drive?", cy="Allwch chi yrru?"))
    publish_form(
        gwynedd,
        replace(changed, pair="gallaf"),
        WALKS,
        contact=Said(en="New words", cy="Geiriau newydd"),
    )
    newcomer = another()
    for slug in BEFORE[:5]:
        newcomer.answer(slug)
    words = [
        next(w for w in ("Old words", "New words") if w in person.look("contact").text)
        for person in (applicant, newcomer)
    ]
    for person in (applicant, newcomer):
        for slug in BEFORE[5:]:
            person.answer(slug)
    asked = [p.look("cwestiwn-1", "cy").content.decode() for p in (applicant, newcomer)]

    assert words == ["Old words", "New words"]
    assert "Ydych chi’n gyrru?" in asked[0]
    assert "Nac ydw" in asked[0]
    assert "Allwch chi yrru?" in asked[1]
    assert "Na allaf" in asked[1]
    numbers = [draft.form_version.number for draft in Draft.objects.order_by("pk")]
    assert numbers == [1, 2]


def test_a_draft_begun_before_any_version_is_asked_nothing_more(gwynedd, applicant):
    applicant.answer("your-language")
    publish_form(gwynedd, DRIVES)
    applicant.answer_part_one()

    assert applicant.look("question-1").status_code == 404
    assert applicant.send().status_code == 302
    assert "own_1" not in Application.objects.get().answers


def test_another_authoritys_question_is_not_found(gwynedd, devon, applicant):
    publish_form(gwynedd, DRIVES)
    there = Applicant(devon)

    assert (
        applicant.look("question-1").status_code == 302
    )  # Not yet: first things first.
    assert there.look("question-1").status_code == 404
    assert applicant.look("question-2").status_code == 404
    assert applicant.look("cwestiwn-1").status_code == 404


def test_a_second_part_by_itself_knows_what_the_first_one_answered(gwynedd, applicant):
    walks = replace(WALKS, shown_if=replace(CAR.shown_if, field="own_1"))
    publish_form(gwynedd, DRIVES, walks)
    for slug in BEFORE:
        applicant.answer(slug)
    applicant.answer("question-1", own_1="yes")
    applicant.answer("send-or-go-on")
    applicant.send()
    from forms.journeys.inviting import invite

    case = Case.objects.get()
    link = invite(
        site=gwynedd,
        kind="applications",
        adds_to=case.reference,
        to=case.email,
        language="en",
    )
    invited = Applicant(gwynedd)
    opened = invited.client.post("/" + link.split("/", 3)[3])
    for slug in ("experience", "interests", "languages", "travel", "whom-to-visit"):
        last = invited.answer(slug)

    assert opened.status_code == 302
    assert last["Location"] == invited.path("question-3")


def test_the_confirmation_says_what_the_service_says(gwynedd, applicant):
    publish_form(
        gwynedd,
        intro=Said(en="We are\n\nthree <people>", cy="Mae tri ohonom"),
        confirmation=Said(en="Put the kettle on.", cy="Rhowch y tegell ymlaen."),
    )
    start = applicant.look().content.decode()
    applicant.answer_part_one()
    applicant.send()
    publish_form(gwynedd, confirmation=Said(en="Later", cy="Wedyn"))
    sent = applicant.look("sent", "cy").content.decode()

    assert '<p class="govuk-body">We are</p>' in start
    assert "three &lt;people&gt;" in start
    assert "Rhowch y tegell ymlaen." in sent
    assert "Wedyn" not in sent


def test_own_answers_stand_in_the_export_in_either_language(gwynedd, applicant):
    publish_form(gwynedd, DRIVES)
    answer_up_to_own(applicant)
    applicant.answer("question-1", own_1="no")
    applicant.answer("send-or-go-on")
    applicant.send()

    for language, heading, cell in (
        ("en", "Do you drive?", "No"),
        ("cy", "Ydych chi’n gyrru?", "Nac ydw"),
    ):
        table = CaseTable(
            cases=list(Case.objects.all()), language=language, stages=False
        )
        assert heading in table.headings
        assert table.rows[0][table.headings.index(heading)] == cell


def test_what_is_kept_of_own_answers_cannot_be_read_in_the_database(gwynedd, applicant):
    short = replace(DRIVES, kind=Kind.SHORT, pair="")
    publish_form(gwynedd, short)
    answer_up_to_own(applicant)
    applicant.answer("question-1", own_1="Rhywbeth cudd")
    assert "Rhywbeth cudd" not in raw("journeys_draft")
    applicant.answer("send-or-go-on")
    applicant.send()

    assert Application.objects.get().answers["own_1"] == "Rhywbeth cudd"
    for table in ("applications_application", "casework_case", "journeys_draft"):
        assert "Rhywbeth cudd" not in raw(table)


def raw(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  (a name of ours)
        return repr(cursor.fetchall())


def test_own_questions_cost_a_public_page_one_query_and_a_draft_none(
    gwynedd, applicant
):
    def asked(slug):
        applicant.look(slug)
        with CaptureQueriesContext(connection) as captured:
            applicant.look(slug)
        return len(captured)

    few = {slug: asked(slug) for slug in ("", "your-language")}
    applicant.answer("your-language")
    few["postcode"] = asked("postcode")
    publish_form(gwynedd, *(replace(DRIVES, id=f"own_{n}") for n in range(1, 13)))
    applicant.client.cookies.clear()
    many = {slug: asked(slug) for slug in ("", "your-language")}
    applicant.answer("your-language")
    many["postcode"] = asked("postcode")

    assert many == few
