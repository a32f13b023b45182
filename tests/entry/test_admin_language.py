"""The admin turns to the other language and back, for one person."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.mail import queue_mail
from cms.mail.rendering import rendered
from cms.roles import Role
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
FILES = "/admin/documents/"


def turn(language):
    return reverse("entry_admin_language", args=[language])


def other_language(screen):
    """What the menu offers, last of all: its words, and where it is sent to."""
    props = BeautifulSoup(screen.text, "html.parser").select_one(
        "#wagtail-sidebar-props"
    )
    found = [
        item
        for item in _dicts(json.loads(props.string))
        if item.get("name") == "language"
    ]
    return [(item["label"], item["action"], item["method"]) for item in found]


def _dicts(told):
    if isinstance(told, dict):
        yield told
    for part in told.values() if isinstance(told, dict) else told:
        if isinstance(part, dict | list):
            yield from _dicts(part)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR])
def test_whoever_works_there_turns_to_english_and_back(gwynedd, client_at, role):
    client = client_at(gwynedd, make_staff(gwynedd, role, preferred_language="cy"))
    heads = []
    for language, offered in (("en", "English"), ("cy", "Cymraeg"), ("en", "English")):
        screen = client.get("/admin/")
        heads.append(BeautifulSoup(screen.text, "html.parser").html["lang"])
        assert other_language(screen) == [(offered, turn(language), "POST")]
        client.post(turn(language))

    assert heads == ["cy", "en", "cy"]


@pytest.mark.parametrize(
    ("path", "status"), [("/admin/", 200), ("/admin/pages/99999/edit/", 404)]
)
def test_what_is_not_there_too_is_said_in_the_person_s_language(
    gwynedd, client_at, path, status
):
    welsh, english = (
        client_at(gwynedd, make_staff(gwynedd, Role.EDITOR, preferred_language=code))
        for code in ("cy", "en")
    )

    for client, language, browser in ((welsh, "cy", "en"), (english, "en", "cy")):
        answer = client.get(path, headers={"accept-language": browser})
        head = BeautifulSoup(answer.text, "html.parser").html
        assert (answer.status_code, head["lang"]) == (status, language)
        assert answer.headers["Content-Language"] == language


def test_one_comes_back_to_the_screen_one_was_on(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    for came_from, led_to in (
        (
            f"http://{gwynedd.hostname}{FILES}?q=x",
            f"http://{gwynedd.hostname}{FILES}?q=x",
        ),
        ("https://evil.example/", "/admin/"),
        ("", "/admin/"),
    ):
        answer = client.post(turn("cy"), headers={"referer": came_from})
        assert answer.headers["Location"] == led_to


def test_mails_and_the_account_s_pages_follow_and_nobody_else_s(gwynedd, client_at):
    person = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    colleague = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    client = client_at(gwynedd, person)
    client.get("/account/language/cy/?next=/account/password/change/")

    client.post(turn("en"))

    own_page = client.get("/account/password/change/")
    assert own_page.headers["Content-Language"] == "en"
    for one, subject in ((person, "A test mail"), (colleague, "Neges brawf")):
        one.refresh_from_db()
        mail = queue_mail(
            site=gwynedd,
            to=one.email,
            template="authorities/test_mail",
            language=one.preferred_language,
            context={"name": "Siân"},
        )
        assert subject in rendered(mail).subject


def test_nothing_turns_by_a_link_for_strangers_or_to_a_third_language(
    gwynedd, client_at
):
    person = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    client = client_at(gwynedd, person)

    assert client.get(turn("en")).status_code == 405
    assert client.post(turn("fr")).status_code == 404
    assert (
        "/account/login/"
        in client_at(gwynedd).post(turn("en"), follow=True).request["PATH_INFO"]
    )
    person.wagtail_userprofile.refresh_from_db()
    assert person.wagtail_userprofile.preferred_language == "cy"
