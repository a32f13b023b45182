"""Nobody's words are lost: a colleague's, what was asked, what is supplied."""

from dataclasses import replace

import pytest

from forms.journeys.models import FormInWork
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
from tests.journeys.test_shaping_screens import url

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MINE = {"label_en": "Where do you walk?", "label_cy": "Ble byddwch chi’n cerdded?"}
THEIRS = {"label_en": "A walk you like", "label_cy": "Tro rydych chi’n ei hoffi"}
PLACE = {"place": "more"}


@pytest.fixture
def editor_at(client_at):
    def signed_in(site, role="editor"):
        client = client_at(site, make_staff(site, role))
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return signed_in


def asked_at(site):
    return content_in_work(site, "applications").questions


def test_who_keeps_second_reads_both_wordings_and_decides(gwynedd, editor_at):
    put_in_work(gwynedd, WALKS)
    first, second = editor_at(gwynedd), editor_at(gwynedd, "coordinator")
    address = url("question", "own_3")
    opened = hidden_on(second, address)
    first.post(address, {**THEIRS, **PLACE, **hidden_on(first, address)})

    stopped = second.post(address, {**MINE, **PLACE, **opened})
    kept_then = asked_at(gwynedd)[0].label
    page = stopped.content.decode()
    mark = stopped.context["seen"]
    settled = second.post(address, {**MINE, **PLACE, **opened, "seen": mark})

    assert stopped.status_code == 409
    assert "Somebody has changed this question since you opened it." in page
    for words in (*THEIRS.values(), *MINE.values()):
        assert words in page
    assert kept_then == Said(en=THEIRS["label_en"], cy=THEIRS["label_cy"])
    assert settled["Location"] == url("index")
    assert asked_at(gwynedd)[0].label == Said(en=MINE["label_en"], cy=MINE["label_cy"])


def test_a_mistake_in_between_does_not_hide_that_it_was_changed(gwynedd, editor_at):
    put_in_work(gwynedd, WALKS)
    first, second = editor_at(gwynedd), editor_at(gwynedd)
    address = url("question", "own_3")
    opened = hidden_on(second, address)
    first.post(address, {**THEIRS, **PLACE, **hidden_on(first, address)})

    mistaken = second.post(address, {**PLACE, **opened})
    stopped = second.post(address, {**MINE, **PLACE, "seen": mistaken.context["seen"]})

    assert mistaken.status_code == 200
    assert stopped.status_code == 409
    assert second.post(address, {**MINE, **PLACE}).status_code == 409


def test_what_was_written_of_a_deleted_question_can_be_added_again(gwynedd, editor_at):
    put_in_work(gwynedd, DRIVES, WALKS)
    first, second = editor_at(gwynedd), editor_at(gwynedd)
    opened = hidden_on(second, url("question", "own_3"))
    first.post(url("delete", "own_3"))

    stopped = second.post(url("question", "own_3"), {**MINE, **PLACE, **opened})
    added = second.post(stopped.context["action"], {**MINE, **PLACE})
    without_a_kind = second.post(url("question", "own_3"), {**MINE, **PLACE})

    assert stopped.status_code == 409
    assert "Somebody has deleted this question" in stopped.content.decode()
    assert MINE["label_cy"] in stopped.content.decode()
    assert added["Location"] == url("index")
    assert [q.id for q in asked_at(gwynedd)] == ["own_1", "own_4"]
    assert without_a_kind.status_code == 404


def test_who_keeps_a_text_second_reads_both_wordings(gwynedd, editor_at):
    first, second = editor_at(gwynedd), editor_at(gwynedd)
    address = url("text", "contact")
    opened = hidden_on(second, address)
    words = {"words_en": "Ring us", "words_cy": "Ffoniwch ni"}
    first.post(address, {**words, **hidden_on(first, address)})

    written = {"words_en": "Write", "words_cy": "Ysgrifennwch"}
    stopped = second.post(address, {**written, **opened})
    given_back = second.post(address, {"as_supplied": "1", **opened})
    page = stopped.content.decode()

    assert stopped.status_code == given_back.status_code == 409
    for said in (*words.values(), *written.values()):
        assert said in page
    kept = content_in_work(gwynedd, "applications").texts["contact"].said
    assert kept == Said(en="Ring us", cy="Ffoniwch ni")


def test_a_question_that_nobody_was_asked_is_deleted_once_that_is_confirmed(
    gwynedd, editor_at
):
    staff = editor_at(gwynedd)
    publish_form(gwynedd, DRIVES)
    added = {**MINE, **PLACE}
    staff.post(url("add_kind", "long"), added)

    listed = staff.get(url("index")).content.decode()
    confirmed = staff.get(url("delete", "own_2"))
    still_there = [q.id for q in asked_at(gwynedd)]
    staff.post(url("delete", "own_2"))

    assert url("delete", "own_2") in listed
    assert url("delete", "own_1") not in listed
    assert url("retire", "own_2") not in listed
    assert MINE["label_cy"] in confirmed.content.decode()
    assert still_there == ["own_1", "own_2"]
    assert asked_at(gwynedd) == (DRIVES,)
    assert not FormInWork.objects.exists()


def test_what_was_published_or_is_depended_on_is_not_deleted(gwynedd, devon, editor_at):
    staff = editor_at(gwynedd)
    publish_form(gwynedd, DRIVES)
    staff.post(url("retire", "own_1"))
    page = staff.get(url("delete", "own_1")).content.decode()
    published = staff.post(url("delete", "own_1"), follow=True).content.decode()
    put_in_work(devon, replace(WALKS, id="own_5"))
    put_in_work(gwynedd, DRIVES, WALKS, CAR)

    assert "it can only be retired" in page
    assert "it can only be retired" in published
    assert "Delete the question" not in page
    assert editor_at(devon, "manager").post(url("delete", "own_3")).status_code == 404
    assert editor_at(gwynedd, "translator").get(url("delete", "own_3")).status_code == (
        404
    )
    assert [q.id for q in asked_at(gwynedd)] == ["own_1", "own_3", "own_2"]


def test_what_others_depend_on_is_not_deleted(gwynedd, editor_at):
    put_in_work(gwynedd, DRIVES, CAR)

    refused = editor_at(gwynedd).post(url("delete", "own_1"), follow=True)

    assert "depends on a question that is not asked any more" in (
        refused.content.decode()
    )
    assert asked_at(gwynedd) == (DRIVES, CAR)


def test_what_safeguarding_needs_stays_and_words_of_ones_own_follow_it(
    gwynedd, editor_at
):
    staff = editor_at(gwynedd)
    address = url("text", "checks")
    words = {"words_en": "We pay for it.", "words_cy": "Ni sy’n talu amdano."}
    page = staff.get(address).content.decode()
    staff.post(address, {**words, **hidden_on(staff, address)})
    listed = staff.get(url("index")).content.decode()

    shown = staff.get(url("preview_part", "en", "checks")).content.decode()
    area = staff.get(url("text", "area")).content.decode()

    supplied, own = "A criminal record need not stop you.", "We pay for it."
    assert supplied in page
    assert "stays: law or safeguarding needs it" in page
    assert "as supplied, and words of your own" in listed
    assert shown.index(supplied) < shown.index(own)
    assert "We could not tell the area from your postcode." in area
