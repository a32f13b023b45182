"""How staff shape the application: questions, words, preview, publishing."""

from dataclasses import replace

import pytest
from django.urls import reverse

from cms.measures import pairs_of
from forms.journeys.models import Draft, FormInWork, FormVersion
from forms.journeys.questions.content import Said
from forms.journeys.questions.services import content_in_work
from tests.factories import make_staff
from tests.journeys.own_questions import (
    CAR,
    DRIVES,
    WALKS,
    hidden_on,
    publish_form,
    put_in_work,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUESTION = {
    "label_en": "Do you drive?",
    "label_cy": "Ydych chi’n gyrru?",
    "pair": "ydw",
    "place": "visiting",
    "required": "on",
}


def url(name, *args):
    return reverse(f"applications_form:{name}", args=args)


@pytest.fixture
def staff(client_at, gwynedd):
    client = client_at(gwynedd, make_staff(gwynedd, "coordinator"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def stranger(client_at, devon):
    return client_at(devon, make_staff(devon, "manager"))


def in_work(site):
    return content_in_work(site, "applications")


def test_a_question_is_added_previewed_and_published(gwynedd, staff):
    first = staff.post(url("add_kind", "yes_no"), QUESTION)
    second = staff.post(
        url("add_kind", "choice"),
        {
            "label_en": "Whose car is it?",
            "label_cy": "Car pwy ydyw?",
            "a1_en": "Mine",
            "a1_cy": "Fy nghar i",
            "a3_en": "Another’s",
            "a3_cy": "Un rhywun arall",
            "place": "visiting",
            "shown_if": "own_1:yes",
        },
    )
    listed = staff.get(url("index")).content.decode()
    shown = [
        staff.get(address).status_code
        for address in (
            url("add"),
            url("add_kind", "several"),
            url("question", "own_2"),
            url("preview"),
        )
    ]
    published = staff.post(url("publish"), follow=True).content.decode()

    assert first["Location"] == second["Location"] == url("index")
    assert "only if “Do you drive?” is “Yes”" in listed
    assert shown == [200, 200, 200, 200]
    assert staff.get(url("add_kind", "upload")).status_code == 404
    assert "Version 1 is published." in published
    version = FormVersion.objects.get()
    assert (version.site, version.number) == (gwynedd, 1)
    drives, car = version.read().questions
    assert (drives.id, drives.pair, drives.required) == ("own_1", "ydw", True)
    assert list(car.choices) == ["a1", "a3"]
    assert (car.shown_if.field, car.shown_if.value) == ("own_1", "yes")
    assert not FormInWork.objects.exists()


def test_the_preview_is_the_applicants_own_screen_and_keeps_nothing(gwynedd, staff):
    put_in_work(gwynedd, DRIVES, CAR, intro=Said(en="Hello", cy="Helo"))
    before = content_in_work(gwynedd, "applications")

    start = staff.get(url("preview_part", "cy", "start")).content.decode()
    asked = staff.get(url("preview_part", "cy", "own_1")).content.decode()
    english = staff.get(url("preview_part", "en", "own_1")).content.decode()
    wrong = staff.post(url("preview_part", "cy", "own_1"), {}).content.decode()
    right = staff.post(url("preview_part", "cy", "own_1"), {"own_1": "yes"})
    sent = staff.get(url("preview_part", "en", "sent"))

    assert '<p class="govuk-body">Helo</p>' in start
    assert '<html lang="cy"' in asked
    assert "Ydych chi’n gyrru?" in asked
    assert "Nac ydw" in asked
    assert "Rhagolwg yw hwn" in asked
    assert "Do you drive?" in english
    assert "Dewiswch ateb" in wrong
    assert right["Location"] == url("preview_part", "cy", "own_2")
    assert sent.status_code == 200
    assert not Draft.objects.exists()
    assert content_in_work(gwynedd, "applications") == before


def test_a_welsh_service_publishes_in_both_languages_or_not_at_all(gwynedd, staff):
    staff.post(url("add_kind", "short"), {"label_en": "Your hobby", "place": "you"})

    looked = staff.get(url("publish")).content.decode()
    refused = staff.post(url("publish"))
    key = in_work(gwynedd).questions[0].id
    same = {"label_en": "Hobby", "label_cy": "Hobby", "place": "you"}
    address = url("question", key)
    staff.post(address, {**same, **hidden_on(staff, address)})
    still_refused = staff.post(url("publish"))
    staff.post(address, {**same, **hidden_on(staff, address), "same": "on"})
    taken = staff.post(url("publish"))

    assert "in both languages or not at all" in looked
    assert f'href="{url("question", "own_1")}"' in looked
    assert refused.status_code == still_refused.status_code == 409
    assert taken["Location"] == url("index")
    assert FormVersion.objects.count() == 1


def test_an_english_service_may_and_welsh_readers_are_told_which_language_it_is(
    devon, client_at
):
    manager = client_at(devon, make_staff(devon, "manager"))
    manager.post(url("add_kind", "short"), {"label_en": "Your hobby", "place": "you"})
    manager.post(url("publish"))
    shown = manager.get(url("preview_part", "cy", "own_1")).content.decode()

    assert FormVersion.objects.get().site == devon
    assert 'lang="en" for="id_own_1"' in shown
    assert "Gallwch adael hwn" in shown


def test_the_list_of_uneven_texts_knows_what_is_published(devon):
    alone = replace(DRIVES, label=Said(en="Do you drive?"), pair="ydw")
    put_in_work(devon, alone)
    before = own_words_of(devon)
    publish_form(devon, alone, contact=Said(en="Ring", cy="Ffoniwch"))
    after = own_words_of(devon)

    assert before == []
    assert [(pair.name, pair.lacks, pair.url) for pair in after if pair.lacks] == [
        ("Do you drive?", "cy", url("question", "own_1"))
    ]
    assert ("Guidance: how to reach you", "Ring", "Ffoniwch") in [
        (pair.name, pair.en, pair.cy) for pair in after
    ]


def own_words_of(site):
    mine = reverse("applications_form:index")
    return [pair for pair in pairs_of(site) if pair.url.startswith(mine)]


def test_what_is_wrong_is_said_and_what_was_typed_stays(gwynedd, staff):
    empty = staff.post(
        url("add_kind", "choice"),
        {"help_en": "Take your time", "a1_en": "One", "place": "you"},
    ).content.decode()
    foreign = staff.post(
        url("add_kind", "yes_no"), {**QUESTION, "shown_if": "why:here"}
    ).content.decode()
    later = staff.post(
        url("add_kind", "yes_no"),
        {**QUESTION, "place": "you", "shown_if": "heard_from:friend"},
    ).content.decode()
    unpaired = staff.post(url("add_kind", "yes_no"), {**QUESTION, "pair": ""})

    assert empty.count("Write the question.") == 2
    assert empty.count("Write at least two answers.") == 2
    assert "Take your time" in empty
    assert "Select a valid choice" in foreign
    assert "depends on “How did you hear about us?”, which comes later" in later
    assert unpaired.content.decode().count("Choose a pair") == 3
    assert in_work(gwynedd).questions == ()


def test_a_question_that_others_depend_on_stays_and_stays_before_them(gwynedd, staff):
    put_in_work(gwynedd, DRIVES, CAR)

    retired = staff.post(url("retire", "own_1"), follow=True).content.decode()
    moved = staff.post(url("move", "own_1"), {"to": "down"}, follow=True)

    assert "depends on a question that is not asked any more" in retired
    assert "which comes later" in moved.content.decode()
    assert in_work(gwynedd).questions == (DRIVES, CAR)


def test_questions_are_moved_retired_and_asked_again(gwynedd, staff):
    other = replace(WALKS, id="own_4")
    put_in_work(gwynedd, WALKS, other)

    staff.post(url("move", "own_4"), {"to": "up"})
    moved = [q.id for q in in_work(gwynedd).asked]
    staff.post(url("retire", "own_4"))
    left = [q.id for q in in_work(gwynedd).asked]
    staff.post(url("retire", "own_4"), {"again": "again"})

    assert moved == ["own_4", "own_3"]
    assert left == ["own_3"]
    assert [q.id for q in in_work(gwynedd).asked] == ["own_4", "own_3"]


def test_no_more_than_twelve_are_asked(gwynedd, staff):
    for _number in range(12):
        staff.post(url("add_kind", "yes_no"), QUESTION)
    thirteenth = staff.post(url("add_kind", "yes_no"), QUESTION).content.decode()

    assert len(in_work(gwynedd).asked) == 12
    assert "at most 12 questions of your own" in thirteenth
    assert url("add") not in staff.get(url("index")).content.decode()


def test_what_the_law_needs_is_locked_and_says_why(gwynedd, staff):
    listed = staff.get(url("index")).content.decode()

    assert "Law: a visitor must be independent of the council." in listed
    assert "nobody meets a young person before a DBS check" in listed
    assert "Never ask for a child’s name" in listed
    for name in ("question", "move", "retire"):
        assert staff.post(url(name, "independence")).status_code == 404
    assert staff.get(url("text", "age")).status_code == 404


def test_words_are_changed_and_given_back_as_supplied(gwynedd, staff):
    address = url("text", "contact")
    words = {"words_en": "Ring", "words_cy": "Ffoniwch"}
    page = staff.get(address).content.decode()
    staff.post(address, {**words, **hidden_on(staff, address)})
    own = in_work(gwynedd).texts["contact"].said
    staff.post(address, {"as_supplied": "1", **hidden_on(staff, address)})

    assert "Give an email address or a phone number, or both." in page
    assert "Rhowch" in page
    assert own == Said(en="Ring", cy="Ffoniwch")
    assert in_work(gwynedd).texts == {}


def test_another_authority_finds_neither_versions_nor_questions(
    gwynedd, staff, stranger
):
    publish_form(gwynedd, DRIVES)
    addresses = [
        url("version", 1),
        url("question", "own_1"),
        url("preview_part", "en", "own_1"),
    ]

    assert [staff.get(a).status_code for a in addresses] == [200, 200, 200]
    assert [stranger.get(a).status_code for a in addresses] == [404, 404, 404]
    assert stranger.post(url("retire", "own_1")).status_code == 404
    assert stranger.post(url("question", "own_1"), QUESTION).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [("manager", 200), ("coordinator", 200), ("editor", 200), ("translator", 404)],
)
def test_a_translator_does_not_open_it(gwynedd, client_at, role, status):
    one = client_at(gwynedd, make_staff(gwynedd, role))

    assert one.get(url("index")).status_code == status


def test_throwing_away_goes_back_to_what_is_published(gwynedd, staff):
    publish_form(gwynedd, DRIVES)
    staff.post(url("retire", "own_1"))
    staff.post(url("retire", "own_1"), {"again": "again"})
    assert not FormInWork.objects.exists()
    staff.post(url("retire", "own_1"))
    staff.post(url("throw_away"))

    assert in_work(gwynedd).questions == (DRIVES,)
    assert "nothing new to publish" in staff.post(url("publish"), follow=True).text
