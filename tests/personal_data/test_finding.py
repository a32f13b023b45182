"""Everything about one person is found at their service, and nothing of others."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.mail import queue_mail
from cms.models import ReadLog
from cms.privacy import (
    Care,
    MayNotBeErased,
    Person,
    Search,
    declared,
    find_about,
)
from forms.casework.models import Case
from forms.casework.services import write_note
from forms.journeys import drafts
from forms.journeys.models import Draft
from forms.referrals.models import Referral, Saying
from tests.casework.factories import WHY, make_case
from tests.factories import make_staff
from tests.personal_data.conftest import SIAN

pytestmark = pytest.mark.django_db


def rows(found):
    return [(each.data.model, each.row.pk, each.mentioned) for each in found]


def models_of(found):
    return {each.data.model for each in found}


@pytest.mark.parametrize("known", ["name", "email", "phone"])
def test_a_case_is_found_by_whatever_is_known_of_its_person(
    gwynedd,
    devon,
    manager,
    known,
):
    case = make_case(gwynedd)
    make_case(gwynedd, display_name="Sian Jones", email="s@post.example", phone="")
    make_case(devon)

    found = find_about(Person(site=gwynedd, **{known: SIAN[known]}), by=manager)

    assert [row for row in rows(found) if row[0] == "casework.Case"] == [
        ("casework.Case", case.pk, False)
    ]


def test_whose_number_was_given_is_found_without_a_name(gwynedd, manager):
    case = make_case(gwynedd)

    found = find_about(Person(site=gwynedd, references=(case.reference,)), by=manager)

    assert ("casework.Case", case.pk, False) in rows(found)


def test_another_service_finds_nothing_even_by_the_number(
    gwynedd,
    devon,
    manager,
):
    case = make_case(gwynedd)
    write_note(case=case, text="Ring her.", by=manager)
    asked = {**SIAN, "references": (case.reference,)}

    here = find_about(Person(site=gwynedd, **asked), by=manager)
    there = find_about(Person(site=devon, **asked), by=make_staff(devon, "manager"))

    assert {"casework.Case", "casework.Note"} <= models_of(here)
    assert there == []


def test_a_declaration_that_forgets_the_site_finds_its_own_alone(gwynedd, devon):
    mine, _theirs = make_case(gwynedd), make_case(devon)
    forgetful = replace(declared()[Case], find=lambda search: Case.objects.all())

    found = Search(Person(site=gwynedd)).rows(forgetful)

    assert list(found) == [mine]


def test_what_hangs_on_a_case_and_its_mails_are_found_with_it(
    gwynedd,
    manager,
    sian,
):
    case = make_case(gwynedd)
    write_note(case=case, text="Ring her.", by=manager)
    mail = queue_mail(
        site=gwynedd,
        to="sian@post.example",
        template="casework/status_link",
        language="cy",
        context={"reference": case.reference, "url": "https://x.example", "days": 7},
    )

    found = find_about(sian, by=manager)

    note = next(each for each in found if each.data.model == "casework.Note")
    assert (note.root, note.is_root) == (case, False)
    assert ("cms.OutboundEmail", mail.pk, False) in rows(found)


def test_whoever_is_named_in_anothers_answers_is_found_there(
    gwynedd,
    manager,
):
    told = {"key": "referee_1_email", "question": "Their email address"}
    answer = {"answer": "gwen@post.example", "answer_cy": "", "answer_en": ""}
    case = make_case(gwynedd, answers=[WHY, {**told, **answer}])

    found = find_about(Person(site=gwynedd, email="Gwen@post.example"), by=manager)

    assert rows(found) == [("casework.Case", case.pk, True)]
    assert {line.care for line in found[0].lines()} == {Care.OTHERS}
    with pytest.raises(MayNotBeErased):
        found[0].erase()


def test_what_an_applicant_says_is_theirs_but_for_their_referees(
    gwynedd,
    manager,
    sian,
):
    referee = {**WHY, "key": "referee_1_name", "answer_en": "Gwen", "answer": "Gwen"}
    make_case(gwynedd, answers=[WHY, referee])

    (case,) = [
        f for f in find_about(sian, by=manager) if f.data.model == "casework.Case"
    ]

    answers = [line.care for line in case.lines() if line.field == "answers"]
    assert answers == [Care.GIVE, Care.OTHERS]
    assert {x.care for x in case.lines() if x.field == "email"} == {Care.GIVE}


@pytest.fixture
def of_ianto(gwynedd, manager):
    case = make_case(gwynedd, kind="referrals", display_name="Alun Prys", email="")
    asked = {"role": "iro", "child_name": "Ianto", "age_band": "8-10"}
    Referral.objects.create(site=gwynedd, case=case, **asked)
    Saying.objects.create(
        case=case,
        says="wants",
        heard_by="Alun",
        heard_on=timezone.localdate(),
        language="cy",
    )
    return case


def test_a_child_is_found_by_the_name_that_was_asked_for(
    gwynedd,
    manager,
    of_ianto,
):
    found = find_about(Person(site=gwynedd, name="ianto"), by=manager)

    assert {"casework.Case", "referrals.Referral", "referrals.Saying"} <= models_of(
        found
    )
    cares = {
        line.care for each in found for line in each.lines() if line.words == "Ianto"
    }
    assert cares == {Care.CHILD}


def test_nothing_of_a_childs_request_is_given_without_somebody_deciding(
    gwynedd,
    manager,
    of_ianto,
):
    found = find_about(Person(site=gwynedd, name="Alun Prys"), by=manager)

    case = next(each for each in found if each.data.model == "casework.Case")
    answers = [x.care for x in case.lines() if x.field in ("answers", "display_name")]
    assert set(answers) == {Care.CHILD, Care.OTHERS}


def test_a_draft_is_found_by_where_it_was_saved_to(gwynedd, devon, manager):
    facts = {"kind": "applications", "language": "cy"}
    now = timezone.now()
    for site in (gwynedd, devon):
        opened = drafts.begin(site=site, started_at=now, **facts)
        opened.draft.saved_to = "sian@post.example"
        opened.draft.save()
    person = Person(site=gwynedd, email="sian@post.example")

    (found,) = find_about(person, by=manager)

    assert found.row == Draft.objects.get(site=gwynedd)
    found.erase()
    assert [draft.site for draft in Draft.objects.all()] == [devon]


def test_every_record_that_is_found_is_in_the_log_of_reads(
    gwynedd,
    manager,
    sian,
):
    cases = [make_case(gwynedd), make_case(gwynedd)]

    find_about(sian, by=manager)

    logged = ReadLog.objects.filter(user=manager, action="search", kind="applications")
    assert {row.reference for row in logged} == {case.reference for case in cases}


def test_more_rows_take_the_same_queries(gwynedd, manager, sian):
    def counted():
        with CaptureQueriesContext(connection) as made:
            for each in find_about(sian, by=manager):
                each.lines()
        return len(made)

    case = make_case(gwynedd)
    write_note(case=case, text="One.", by=manager)
    few = counted()
    for number in range(6):
        more = make_case(gwynedd)
        write_note(case=more, text=f"{number}", by=manager)

    assert counted() == few


def test_a_row_says_nothing_of_anybody_where_it_is_logged(
    gwynedd,
    manager,
    sian,
):
    make_case(gwynedd)

    said = repr([sian, *find_about(sian, by=manager), declared()])

    assert not any(word in said for word in ("Huw", "sian@", "900123"))
