"""A paper application: the website's questions, its origin, and nothing made up."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from cms.models import OutboundEmail
from cms.roles import Role
from forms.applications.journey import JOURNEY
from forms.applications.models import Application
from forms.applications.terms import TO_APPLICANTS
from forms.casework.models import Arrival, Case
from forms.journeys.terms import answer_day
from sites.models import Service
from tests.factories import make_staff
from tests.journeys.own_questions import DRIVES, publish_form
from tests.journeys.walking import PART_ONE, PART_TWO

pytestmark = pytest.mark.django_db
URL = "applications:paper"
FIRST = "languages postcode area age independence contact why when heard go_on"
SECOND = "experience interests spoken travel preferences referees adjustments checks"


@pytest.fixture
def coordinator(client_at, gwynedd):
    staff = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    staff.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return staff


def written(day=None, **changes):
    """A paper with the first part, as the page posts it."""
    day = day or timezone.localdate()
    answers = {k: v for step in PART_ONE.values() for k, v in step.items()}
    origin = {
        "how": "paper",
        "kept_at": "Ffolder 3",
        "came_on-day": str(day.day),
        "came_on-month": str(day.month),
        "came_on-year": str(day.year),
        "written_in": "cy",
        "signed": "signed",
        "declaration_version": "1",
        "privacy_version": "1",
        "token": str(uuid4()),
        "acknowledges": "yes",
        "asked": FIRST,
    }
    return {**origin, **answers, **changes}


def key_in(coordinator, data):
    return coordinator.post(reverse(URL), data)


def test_a_paper_is_kept_as_if_it_had_been_sent_and_says_where_it_comes_from(
    coordinator, gwynedd
):
    day = timezone.localdate() - timedelta(days=3)
    answer = key_in(coordinator, written(day))

    case = Case.objects.get()
    assert answer["Location"] == reverse("applications:case", args=[case.pk])
    assert (case.stage, case.display_name, case.language) == (
        *("submitted", "Siân Ŵyn", "cy"),
    )
    assert timezone.localdate(case.received_at) == day
    assert case.answer_by == answer_day(gwynedd, "applications", TO_APPLICANTS, day)
    assert case.flags == []
    application = Application.objects.get(case=case)
    assert application.answers["why"] == "Rwy’n hoffi gwrando."
    assert [
        (s["key"], s["version"], s["language"]) for s in application.statements
    ] == [
        ("declaration", "1", "cy"),
        ("privacy", "1", "cy"),
    ]
    assert all(s["text"] for s in application.statements)
    asked = next(row for row in case.answers if row["key"] == "why_how")
    assert asked["question"] == asked["question_cy"]
    arrival = case.arrival
    assert (arrival.how, arrival.written_in, arrival.signed, arrival.kept_at) == (
        *("paper", "cy", "signed", "Ffolder 3"),
    )
    page = coordinator.get(answer["Location"]).content.decode()
    for words in ("On paper, keyed in by ", "Ffolder 3", "Signed", "Welsh"):
        assert words in page
    person = page.partition('class="iv-person"')[2].partition("</header>")[0]
    assert "midday" not in person
    export = reverse("applications:export")
    table = coordinator.get(export, {"came": "paper", "file": "csv", "words": "en"})
    assert ",On paper," in table.content.decode()


def test_every_field_of_the_public_form_is_asked_by_the_same_names(coordinator):
    page = coordinator.get(reverse(URL)).content.decode()

    shown = [name for step in JOURNEY.steps[:10] for name in step.names]
    assert [name for name in shown if f'name="{name}"' not in page] == []
    assert 'name="experience"' not in page


def test_what_follows_from_an_answer_is_asked_before_anything_is_kept(coordinator):
    data = written(go_on="now")
    page = key_in(coordinator, data).content.decode()
    assert "More questions follow from these answers" in page
    assert f'name="asked" value="{FIRST} {SECOND}"' in page
    assert 'value="Siân Ŵyn"' in page
    assert not Case.objects.exists()

    rest = {k: v for step in PART_TWO.values() for k, v in step.items()}
    key_in(coordinator, {**data, **rest, "asked": f"{FIRST} {SECOND}"})

    application = Application.objects.get()
    assert application.has_second_part
    assert application.answers["travel"] == ["car"]


def test_what_the_paper_leaves_out_is_said_so_and_never_made_up(coordinator):
    left_empty = ("why_how", "why", "old_enough", "email", "phone", "speak_language")
    data = written(**dict.fromkeys(left_empty, ""))
    page = key_in(coordinator, data).content.decode()
    box = page.partition('name="left_out" value="')[2].partition('"')[0]
    assert sorted(box.split()) == ["email", "old_enough", "speak_language", "why_how"]
    assert "If the paper gives no answer, say so at the end of the page" in page
    assert not Case.objects.exists()

    key_in(coordinator, {**data, "left_out": box})

    case = Case.objects.get()
    told = {row["key"]: (row["answer_en"], row["answer_cy"]) for row in case.answers}
    not_given = ("Not given on paper", "Heb ei roi ar bapur")
    assert [told[name] for name in ("email", "old_enough", "why_how")] == [
        not_given
    ] * 3
    assert [flag["code"] for flag in case.flags] == ["left_out_on_paper"]
    assert Application.objects.get().answers["old_enough"] is None
    assert (case.language, case.spoken_language) == ("cy", "")
    assert not OutboundEmail.objects.filter(template="applications/received").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Enter your name"),
        ({"email": "sian@"}, "Enter an email address in the correct format"),
        ({"postcode": "LL"}, "Enter a full postcode"),
        ({"how": ""}, "Choose how it came"),
        ({"kept_at": ""}, "Write where the paper is kept"),
        ({"signed": ""}, "Choose whether the declaration is signed"),
        ({"independence": "works"}, "and nothing is kept. Do not key it in"),
    ],
)
def test_what_is_wrong_cannot_be_waived(coordinator, changes, said):
    names = " ".join([*changes, "area"])

    page = key_in(coordinator, written(**changes, left_out=names)).content.decode()

    summary = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    assert said in summary
    assert not Case.objects.exists()


def test_it_cannot_have_come_tomorrow(coordinator):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = key_in(coordinator, written(tomorrow)).content.decode()

    assert "The date must be on or before" in page
    assert not Case.objects.exists()


@pytest.mark.parametrize(("ticked", "mails"), [("yes", 1), ("", 0)])
def test_the_applicant_is_mailed_where_staff_leave_the_box_ticked(
    coordinator, ticked, mails
):
    assert 'value="yes" checked' in coordinator.get(reverse(URL)).content.decode()
    key_in(coordinator, written(acknowledges=ticked))

    sent = OutboundEmail.objects.filter(template="applications/received")
    assert sent.count() == mails


def test_an_unsigned_paper_declares_nothing_and_an_older_one_keeps_its_version(
    coordinator,
):
    key_in(coordinator, written(signed="unsigned", privacy_version="2019"))

    [statement] = Application.objects.get().statements
    assert (statement["key"], statement["version"], statement["text"]) == (
        *("privacy", "2019", ""),
    )


def test_the_same_page_twice_is_one_case_and_a_known_person_is_shown_first(coordinator):
    data = written()
    places = {key_in(coordinator, data)["Location"] for _click in range(2)}
    assert len(places) == 1

    page = key_in(coordinator, {**data, "token": str(uuid4())}).content.decode()

    assert "the same e-mail address, the same name" in page
    assert Arrival.objects.count() == 1


def test_no_sign_of_a_machine_is_looked_for(coordinator):
    with time_machine.travel(timezone.now(), tick=False):
        key_in(coordinator, written())

    assert Case.objects.get().flags == []


@pytest.mark.parametrize("stranger", ["devon coordinator", "gwynedd editor"])
def test_only_the_caseworkers_of_the_service_reach_it(
    stranger, coordinator, gwynedd, devon, client_at
):
    site = devon if "devon" in stranger else gwynedd
    there = client_at(gwynedd, make_staff(site, stranger.split()[1]))

    refused = [there.get(reverse(URL)), there.post(reverse(URL), written())]
    allowed = coordinator.get(reverse(URL))

    refusal = 403 if "devon" in stranger else 404
    assert [answer.status_code for answer in refused] == [refusal] * 2
    assert allowed.status_code == 200
    assert coordinator.get("/admin/referrals/paper/").status_code == 404
    assert not Case.objects.exists()


def test_a_service_that_need_not_ask_for_a_language_takes_that_of_the_paper(
    coordinator, gwynedd
):
    Service.objects.filter(site=gwynedd).update(asks_languages=False)

    asked = FIRST.removeprefix("languages ")
    key_in(coordinator, written(date(2026, 5, 4), asked=asked))

    case = Case.objects.get()
    assert (case.language, case.spoken_language) == ("cy", "cy")


def test_the_service_s_own_questions_are_on_the_sheet_as_on_the_website(
    coordinator, gwynedd
):
    publish_form(gwynedd, DRIVES)
    asked = f"{FIRST.removesuffix(' go_on')} own_1 go_on"

    sheet = coordinator.get(reverse(URL)).text
    key_in(coordinator, written(asked=asked, own_1="yes"))

    assert "Do you drive?" in sheet
    row = next(r for r in Case.objects.get().answers if r["key"] == "own_1")
    assert row["question_en"] == "Do you drive?"
    assert row["question_cy"] == "Ydych chi’n gyrru?"
    assert row["answer_cy"] == "Ydw"
