"""Several people are written to, or moved, at once: after a preview, each by itself."""

from uuid import uuid4

import pytest

from cms.models import OutboundEmail
from forms.casework.models import CaseMail, StageMove
from forms.casework.services import change_languages, move_case
from tests.casework.factories import make_case, state, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db

LETTER = {
    "letter": "own",
    "subject_cy": "Noson wybodaeth ({reference})",
    "body_cy": "Helô {name},\n\nDewch.\n\n{coordinator}, {service}",
    "subject_en": "Information evening ({reference})",
    "body_en": "Hello {name},\n\nCome.\n\n{coordinator}, {service}",
}


@pytest.fixture
def welsh(gwynedd):
    return make_case(gwynedd)


@pytest.fixture
def english(gwynedd):
    return make_case(
        gwynedd, language="en", display_name="Ann {reference}", email="ann@x.example"
    )


@pytest.fixture
def unreachable(gwynedd):
    return make_case(gwynedd, display_name="Huw heb e-bost", email="")


def post(client, name, cases, **said):
    data = {"case": [case.pk for case in cases], **said}
    return client.post(url(name), data)


def write(client, cases, deed, **said):
    token = said.pop("token", str(uuid4()))
    letter = {**LETTER, "token": token, **said}
    return post(client, "several_letters", cases, deed=deed, **letter)


def letters():
    return {m.to: m for m in OutboundEmail.objects.filter(template="casework/letter")}


def test_the_preview_says_who_gets_it_in_which_language_and_who_not_and_why(
    staff, welsh, english, unreachable
):
    page = write(staff, [welsh, english, unreachable], "preview").content.decode()
    gets, _mark, rest = page.partition("Not for these")
    refused, _mark, samples = rest.partition("</section>")

    assert "These people get it</h2>" not in gets
    assert "These people get it (2)" in gets
    assert gets.count("in Welsh</li>") == gets.count("in English</li>") == 1
    assert "Huw heb e-bost" in refused
    assert "They gave no e-mail address: ring them instead." in refused
    assert f"Noson wybodaeth ({welsh.reference})" in samples
    assert f"Information evening ({english.reference})" in samples
    assert not CaseMail.objects.exists()


def test_each_gets_it_in_their_language_by_the_outbox(
    staff, coordinator, welsh, english, unreachable
):
    answer = write(staff, [welsh, english, unreachable], "do", back="language=&p=2")

    assert answer.url == f"{url('index')}?language=&p=2"
    sent = letters()
    assert set(sent) == {"sian@post.example", "ann@x.example"}
    to_welsh, to_english = sent["sian@post.example"], sent["ann@x.example"]
    assert (to_welsh.language, to_english.language) == ("cy", "en")
    assert to_welsh.context["cy"]["subject"] == f"Noson wybodaeth ({welsh.reference})"
    assert to_welsh.context["cy"]["body"].startswith("Helô Siân Wyn ap Huw")
    assert "Gethin" in to_welsh.context["cy"]["body"]
    # What somebody calls themselves is no place to fill.
    assert to_english.context["en"]["body"].startswith("Hello Ann {reference}")
    assert {(m.case, m.by) for m in CaseMail.objects.all()} == {
        (welsh, coordinator),
        (english, coordinator),
    }


def test_sent_twice_by_a_double_click_it_arrives_once(staff, welsh, english):
    token = str(uuid4())
    for _click in range(2):
        write(staff, [welsh, english], "do", token=token)

    assert [case.casemails.count() for case in (welsh, english)] == [1, 1]
    assert len(letters()) == 2


def test_somebody_who_changed_their_language_gets_the_letter_of_their_own(
    staff, coordinator, welsh, english
):
    write(staff, [welsh, english], "preview")
    change_languages(case=english, language="cy", spoken_language="", by=coordinator)

    write(staff, [welsh, english], "do")

    assert letters()["ann@x.example"].language == "cy"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"body_cy": " "}, "Somebody you chose wants this language"),
        ({"subject_cy": ""}, "Somebody you chose wants this language"),
        ({"body_cy": "Helô {name.__class__}"}, "Nothing is known that could stand"),
        ({"body_en": "Hello {phone}"}, "Nothing is known that could stand"),
        ({"body_cy": "Helô\n…\nHwyl"}, "where the three dots stand"),
    ],
)
@pytest.mark.parametrize("deed", ["preview", "do"])
def test_a_letter_that_is_not_ready_is_shown_again(staff, welsh, deed, said, words):
    page = write(staff, [welsh], deed, **said).content.decode()

    assert words in page
    assert 'value="preview"' in page
    assert not CaseMail.objects.exists()


def test_the_language_that_nobody_here_reads_may_stay_empty(staff, welsh):
    write(staff, [welsh], "do", subject_en="", body_en="")

    assert set(letters()) == {"sian@post.example"}


def test_a_letter_of_ours_is_filled_in_in_both_languages(staff, welsh):
    page = post(staff, "several_letters", [welsh], deed="fill", start="ring")

    text = page.content.decode()
    assert "Can we ring you? ({reference})" in text
    assert "Gawn ni eich ffonio? ({reference})" in text
    assert "Helô {name}" in text


def test_what_was_written_comes_back_from_the_preview(staff, welsh):
    page = write(staff, [welsh], "edit", body_cy="Fy ngeiriau i.").content.decode()

    assert "Fy ngeiriau i.</textarea>" in page


def test_the_preview_of_a_move_says_who_moves_and_who_cannot(
    staff, coordinator, welsh, english
):
    move_case(case=english, to="screening", by=coordinator)

    page = post(
        staff, "several_moves", [welsh, english], deed="preview", to="step.talking"
    ).content.decode()
    moves, _mark, refused = page.partition("Not for these")

    assert "These move to “Talking” (1)" in moves
    assert welsh.reference in moves
    assert english.reference in refused
    assert "It stands there already." in refused
    assert state(welsh)[0] == "submitted"


def moved(staff, cases, to, **said):
    seen = [f"{case.pk}.{case.stage}" for case in cases]
    return post(staff, "several_moves", cases, deed="do", to=to, seen=seen, **said)


def test_each_moves_by_its_machine_and_the_move_is_in_its_history(
    staff, coordinator, welsh, english
):
    move_case(case=english, to="information_session", by=coordinator)

    moved(staff, [welsh, english], "step.checks", why="Ar ôl y noson")

    moves = StageMove.objects.filter(by=coordinator, to_stage="checks")
    allowed = {case for case in (welsh, english) if state(case)[0] == "checks"}
    assert {move.case for move in moves} == allowed
    assert {move.why for move in moves} <= {"Ar ôl y noson"}
    assert welsh not in allowed


def test_closing_several_keeps_the_reason_of_each(staff, welsh, english):
    page = post(staff, "several_moves", [welsh, english]).content.decode()
    moved(staff, [welsh, english], "close.withdrawn.moved")

    assert 'value="close.withdrawn.moved"' in page
    for case in (welsh, english):
        assert state(case)[0] == "withdrawn"
        assert case.stage_reason == "moved"


def test_moved_twice_by_a_double_click_they_move_once(staff, welsh):
    for _click in range(2):
        data = {"case": welsh.pk, "seen": f"{welsh.pk}.submitted"}
        data |= {"deed": "do", "to": "step.talking"}
        last = staff.post(url("several_moves"), data, follow=True)

    assert welsh.stagemoves.count() == 1
    assert "Somebody else moved this case" in last.content.decode()


def test_what_the_preview_did_not_show_does_not_move(staff, welsh):
    post(staff, "several_moves", [welsh], deed="do", to="step.talking")

    assert state(welsh)[0] == "submitted"


def test_nobody_chosen_says_so(staff, welsh):
    for name in ("several_letters", "several_moves"):
        page = staff.post(url(name), follow=True).content.decode()
        assert "Choose somebody in the list first." in page
        assert staff.get(url(name)).url == url("index")


@pytest.mark.parametrize("foreign", ["devon", "other inbox", "nobody", "no number"])
def test_one_foreign_case_in_the_list_and_nothing_is_done_for_any(
    two_authorities, staff, welsh, foreign
):
    key = {
        "devon": lambda: make_case(two_authorities[1], email="d@x.example").pk,
        "other inbox": lambda: make_case(two_authorities[0], kind="referrals").pk,
        "nobody": lambda: 999_999_999,
        "no number": lambda: "1 OR 1",
    }[foreign]()
    keys = [welsh.pk, key]
    token = str(uuid4())
    seen = [f"{welsh.pk}.submitted", f"{key}.submitted"]

    for deed in ("", "preview", "do"):
        letter = {**LETTER, "case": keys, "deed": deed, "token": token}
        move = {"case": keys, "deed": deed, "to": "step.talking", "seen": seen}
        for name, data in (("several_letters", letter), ("several_moves", move)):
            assert staff.post(url(name), data).status_code == 404
    assert not letters()
    assert not StageMove.objects.exists()

    assert write(staff, [welsh], "do").status_code == 302
    assert moved(staff, [welsh], "step.talking").status_code == 302
    assert set(letters()) == {"sian@post.example"}
    assert state(welsh)[0] == "screening"


def test_an_editor_writes_to_nobody_and_moves_nobody(client_at, gwynedd, welsh):
    editor = client_at(gwynedd, make_staff(gwynedd, "editor"))

    assert write(editor, [welsh], "do").status_code == 404
    assert moved(editor, [welsh], "step.talking").status_code == 404
    assert not letters()
    assert state(welsh)[0] == "submitted"
