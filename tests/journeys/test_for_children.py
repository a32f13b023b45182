"""A form for children says "ti" all along, and leaves nothing on the device."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from forms.casework.models import Case
from forms.journeys import spam
from forms.journeys.checks import journeys_are_declared
from forms.journeys.declaring import BadJourney, Journey
from forms.journeys.drafts import CHILDS_LIFE
from forms.journeys.models import Draft
from sites.models import FormTerms, Opening, Service
from tests.journeys.children import SLUGS, Child, with_a_door_for_children
from tests.journeys.test_declaring import PETS
from tests.referrals.test_ti import chi

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("fostering")]
ELSEWHERE = "https://www.bbc.co.uk/weather"


@pytest.fixture
def site(provisioned):
    return with_a_door_for_children()


@pytest.fixture
def child(site, client_at):
    return Child(client_at(site))


def kept(answer):
    """The cookies of an answer that outlive the browser's window."""
    return [
        name
        for name, cookie in answer.cookies.items()
        if cookie.value and (cookie["max-age"] or cookie["expires"])
    ]


def every_screen(child):
    """One answer of each screen, in the order in which a child meets them."""
    yield child.look()
    yield child.look("check")
    yield child.look("likes")
    yield child.answer("likes", likes=["any", "football"])
    yield child.answer("likes")
    yield child.answer("likes", likes=["football"])
    yield child.client.get(f"{child.address('likes')}?notice=lost")
    yield child.answer("call_me", call_me="x" * 41)
    yield child.answer("call_me", call_me="Macsen")
    yield child.look("check")
    yield child.look("delete")
    yield child.send()
    yield child.look("sent")
    yield child.look("sent")


def test_every_screen_is_ti_and_can_be_left_at_once(child):
    answers = list(every_screen(child))
    pages = [answer for answer in answers if answer.status_code == 200]

    assert len(pages) == 10
    assert [found for page in pages for found in chi(page)] == []
    leave = f'href="{child.address("leave")}"'
    assert all(leave in page.content.decode() for page in pages)
    words = [page.content.decode() for page in pages]
    assert all("Gadael y dudalen hon" in text for text in words)
    assert not any("Cadw a dod" in text or "dod-yn-ol" in text for text in words)
    assert "Mae’n cymryd tua 2 funud.</p>" in words[0]


def test_nothing_that_is_answered_outlives_the_visit(child):
    answers = list(every_screen(child))
    language = [
        child.client.get(re.search(r'href="([^"]+)"[^>]*lang="en"', text)[1])
        for text in [child.look("likes").content.decode()]
    ]

    assert [kept(answer) for answer in [*answers, *language] if kept(answer)] == []
    assert "django_language" not in child.client.cookies
    assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)


def test_the_number_is_shown_once_and_a_reload_is_kind(child):
    child.answer_all()
    child.send()
    first, second = child.look("sent"), child.look("sent")

    number = Case.objects.get().reference
    assert number in first.content.decode()
    assert first.headers["Clear-Site-Data"] == '"cache"'
    assert "draft_fostering.children" not in {
        name for name, cookie in child.client.cookies.items() if cookie.value
    }
    assert second.status_code == 200
    assert number not in second.content.decode()
    assert "maen nhw gyda ni" in second.content.decode()
    assert child.look("check").status_code == 302


def test_whoever_leaves_leaves_no_key_and_no_answer_behind(child):
    child.answer("likes", likes=["football"])
    gone = child.look("leave")

    assert (gone.status_code, gone.headers["Location"]) == (302, ELSEWHERE)
    assert "Clear-Site-Data" not in gone.headers
    assert "checked" not in child.look("likes").content.decode()
    assert child.look("call_me").status_code == 302


def test_the_answers_live_for_hours_and_not_for_days(child, time_machine):
    child.answer("likes", likes=["football"])
    draft = Draft.objects.get()
    assert timezone.now() < draft.expires_at <= timezone.now() + CHILDS_LIFE

    time_machine.move_to(timezone.now() + CHILDS_LIFE + timedelta(minutes=1))

    assert child.look("call_me").status_code == 302


def test_nothing_can_be_saved_or_opened_again(child):
    child.answer("likes", likes=["football"])
    saving = child.answer("call_me", call_me="Macsen", save="1")

    assert saving.headers["Location"] == child.address("check")
    for screen in ("save", "code"):
        assert child.look(screen).status_code == 404
    for slug in ("parhau", "dileu", "nodyn-atgoffa"):
        assert child.client.get(f"{child.address()}{slug}/x/").status_code == 404


@pytest.mark.parametrize("state", [Opening.PAUSED, Opening.CLOSED])
def test_a_form_that_is_shut_says_so_in_ti_and_can_be_left(child, site, state):
    service = Service.objects.get(site=site)
    words = {"message_cy": "Byddwch yn amyneddgar.", "message_en": "Be patient."}
    service.set_terms("fostering", FormTerms(state=state, **words))
    service.save()

    shut = [child.look(), child.look("likes"), child.look("leave")]

    assert [answer.status_code for answer in shut] == [200, 200, 302]
    assert chi(shut[0]) + chi(shut[1]) == []
    assert child.address("leave") in shut[0].content.decode()


def test_a_crowd_and_a_stale_page_are_ti(child, monkeypatch, site):
    careful = Child(Client(SERVER_NAME=site.hostname, enforce_csrf_checks=True))
    again = careful.client.post(careful.address("likes"), {"likes": ["football"]})
    monkeypatch.setitem(spam.LIMITS, "begin", (0, 99))
    crowd = child.answer("likes", likes=["football"])

    assert (again.status_code, crowd.status_code) == (200, 429)
    assert chi(again) + chi(crowd) == []


@pytest.mark.parametrize("wrong", [{"is_followed": True}, {"declaration": "I swear"}])
def test_a_child_signs_nothing_and_is_not_followed(wrong):
    with pytest.raises(BadJourney, match="neither followed nor signed"):
        Journey(kind="x", steps=[PETS], submit=lambda _: "", for_children=True, **wrong)


def test_a_form_for_children_stands_on_their_page_and_their_forms(monkeypatch):
    children = Journey(
        kind="pets", steps=[PETS], submit=lambda _: "", for_children=True
    )
    page = type("Page", (), {"declared_journey": staticmethod(lambda: children)})
    monkeypatch.setattr("forms.journeys.checks.page_types", lambda: [page])

    found = [error.id for error in journeys_are_declared()]

    assert found == ["journeys.E005", "journeys.E006"]


def test_no_step_takes_the_address_by_which_one_leaves():
    assert SLUGS["leave"] == {"en": "leave", "cy": "gadael"}
